import { arnName } from "../../aws/resource-name";
import { imageText } from "../../definitions/example-texts";
import type { ProjectRule } from "../project-rule";
import { sameNames } from "../same-names";
import { containerText } from "./container-example";

export const nameShared: ProjectRule = {
  code: "name-shared",
  refusedBy: "AWS",
  unsilenceable: true,
  summary:
    "Two images or containers have the same name in AWS, which ignores letter case and turns spaces and underscores into hyphens. Their recipes and pipelines would have the same ARN.",
  source:
    "API fields CreateImageRecipe.name and CreateImagePipeline.name: names that differ only in case, spaces or underscores are the same",
  fail: [
    { "containers/Base.yaml": `▸${containerText()}`, "images/base.yaml": `▸${imageText()}` },
    { "images/my-web.yaml": `▸${imageText()}`, "images/my_web.yaml": `▸${imageText()}` },
  ],
  pass: [{ "containers/base-container.yaml": containerText() }],
  project({ project: { images, containers } }, report) {
    const named = [...images, ...containers].map(([name, { source }]) => ({ name, file: source.file }));
    for (const { item, other } of sameNames(named))
      report({ file: item.file }, `"${other.file}" is also "${arnName(item.name)}" in ARNs`, "rename one of the two");
  },
};
