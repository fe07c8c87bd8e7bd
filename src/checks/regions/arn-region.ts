import { withBuilt, withImage, withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { misplacedInEnvironment, misplacedInRecipe } from "./misplaced-arns";

export const arnRegion: ProjectRule = {
  code: "arn-region",
  refusedBy: "AWS",
  summary: "An ARN belongs to another region than the one in which it is used.",
  source:
    "KMS API, NotFoundException, SNS API, NotFound, and Image Builder API, InvalidParameterValueException: each knows only what is in its region",
  fail: [
    withSettings("build:\n  topic: ▸arn:aws:sns:eu-west-1:123456789012:images\n"),
    withSettings("components:\n  linux/hello:\n    kmsKey: ▸arn:aws:kms:eu-west-1:123456789012:alias/components\n"),
    withImage({ components: ["arn: ▸arn:aws:imagebuilder:eu-west-1:aws:component/update-linux/x.x.x"] }),
    withBuilt(
      "    pipelines: { weekly: { schedule: manual, workflows: [{ arn: ▸arn:aws:imagebuilder:eu-west-1:123456789012:workflow/build/own/1.0.0 }] } }\n",
    ),
    withSettings(
      "state:\n  s3:\n    bucket: states\n    key: dev\n    region: eu-west-1\n    kmsKey: ▸arn:aws:kms:us-east-1:123456789012:alias/state\n",
    ),
    withImage({ parent: ["ssm: ▸arn:aws:ssm:eu-west-1:123456789012:parameter/images/base", "platform: Linux"] }),
  ],
  pass: [withSettings("build:\n  topic: arn:aws:sns:us-east-1:123456789012:images\n")],
  eachRecipe(recipe, report, context) {
    for (const { of, path, message, fix } of misplacedInRecipe(recipe, context))
      if (of === "region") report(path, message, fix);
  },
  eachEnvironment(environment, report) {
    for (const { of, path, message, fix } of misplacedInEnvironment(environment))
      if (of === "region") report(path, message, fix);
  },
};
