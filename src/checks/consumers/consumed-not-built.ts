import { writeOneOf } from "../../problems/suggest";
import type { ProjectRule } from "../project-rule";
import { containerText } from "../recipes/container-example";
import { both, consumerText, consumerWith, sharing } from "./example";

export const consumedNotBuilt: ProjectRule = {
  code: "consumed-not-built",
  refusedBy: "project",
  summary: "A consumer expects an image from an environment that does not build it.",
  source: "docs/reference.md",
  fail: [
    both(sharing, consumerWith({ image: "▸bsae: {}" })),
    {
      "containers/web.yaml": containerText(),
      ...both(
        'account: "123456789012"\nregion: us-east-1\ncontainers: { web: { schedule: manual } }\n',
        consumerWith({ image: "▸base: {}" }),
      ),
    },
  ],
  pass: [both(sharing, consumerText)],
  eachExpectation({ builder, image, path }, report) {
    const built = Object.keys(builder.value.images);
    if (built.includes(image)) return;
    const fix = built.length === 0 ? `add "${image}" to images in ${builder.source.file}` : writeOneOf(image, built);
    report({ key: path }, `environment "${builder.name}" builds no image "${image}"`, fix);
  },
};
