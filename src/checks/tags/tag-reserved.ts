import { reservedResourceTags } from "../../aws/tags";
import { withImage, withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { amiTagsIn } from "./ami-tags";

/** Tags that this project sets on every AMI. They override tags of the user. */
const ofProject = /^golden-image(-version|-components(-\d+)?|-commit)?$/;

export const tagReserved: ProjectRule = {
  code: "tag-reserved",
  refusedBy: "AWS",
  unsilenceable: true,
  summary: "A tag key is reserved: by Image Builder for build instances, or by this project for AMIs.",
  source:
    "API field CreateInfrastructureConfiguration.resourceTags: CreatedBy, Ec2ImageBuilderArn, Name and Tags are reserved",
  fail: [
    withSettings("build:\n  tags:\n    ▸Name: me\n"),
    withSettings("tags:\n  ▸golden-image: me\n"),
    withImage({ more: "tags:\n  ▸golden-image-components-2: me\n" }),
  ],
  pass: [withSettings("build:\n  tags:\n    Owner: me\n"), withSettings("tags:\n  Name: me\n  golden-images: me\n")],
  eachRecipe(recipe, report) {
    for (const { path, key } of amiTagsIn(recipe))
      if (ofProject.test(key))
        report({ key: path }, `the tag "${key}" of AMIs is set by this project`, "write another key");
  },
  eachEnvironment(environment, report) {
    for (const { path, key } of amiTagsIn(environment))
      if (ofProject.test(key))
        report({ key: path }, `the tag "${key}" of AMIs is set by this project`, "write another key");
    for (const key of Object.keys(environment.value.build.tags)) {
      if (!reservedResourceTags.includes(key)) continue;
      const message = `Image Builder reserves the tag "${key}" of build instances`;
      report({ key: ["build", "tags", key] }, message, "write another key");
    }
  },
};
