import { amiTagsOfImageBuilder } from "../../aws/tags";
import type { Environment } from "../context/environments";
import type { Recipe } from "../context/recipes";
import { withImage, withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import type { LocalReport } from "../report";
import { amiTagsIn } from "./ami-tags";

export const tagOfImageBuilder: ProjectRule = {
  code: "tag-of-image-builder",
  severity: "warning",
  summary:
    "An AMI tag has a key that Image Builder also sets. With another value, lifecycle policies may skip the AMI.",
  source: "managed policy EC2ImageBuilderLifecycleExecutionPolicy: acts only on what has CreatedBy = EC2 Image Builder",
  fail: [withImage({ more: "tags:\n  ▸CreatedBy: me\n" }), withSettings("tags:\n  ▸Ec2ImageBuilderArn: me\n")],
  pass: [withImage({ more: "tags:\n  Owner: me\n" })],
  eachRecipe: check,
  eachEnvironment: check,
};

function check(owner: Recipe | Environment, report: LocalReport): void {
  for (const { path, key } of amiTagsIn(owner))
    if (amiTagsOfImageBuilder.includes(key))
      report({ key: path }, `the tag "${key}" of AMIs is set by Image Builder`, "write another key");
}
