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
  eachExpectation({ builder, image, path }, report) {
    const built = Object.keys(builder.value.images);
    if (built.includes(image)) return;
    const fix = built.length === 0 ? `add "${image}" to images in ${builder.source.file}` : writeOneOf(image, built);
    report({ key: path }, `environment "${builder.name}" builds no image "${image}"`, fix);
  },
};
