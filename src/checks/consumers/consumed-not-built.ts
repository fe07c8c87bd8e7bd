import { writeOneOf } from "../../problems/suggest";
import type { ProjectRule } from "../project-rule";
import { both, receiving, receivingWith, sharing } from "./example";

export const consumedNotBuilt: ProjectRule = {
  code: "consumed-not-built",
  refusedBy: "project",
  summary: "A consumer expects an image from an environment that does not build it.",
  source: "docs/reference.md",
  fail: [both(sharing, receivingWith({ image: "▸bsae: {}" }))],
  pass: [both(sharing, receiving)],
  project({ expectations }, report) {
    for (const { consuming, builder, image } of expectations) {
      const built = Object.keys(builder.value.images);
      if (built.includes(image)) continue;
      const fix = built.length === 0 ? `add "${image}" to images in ${builder.source.file}` : writeOneOf(image, built);
      report(
        { source: consuming.source, key: ["consumer", "from", builder.name, "images", image] },
        `environment "${builder.name}" builds no image "${image}"`,
        fix,
      );
    }
  },
};
