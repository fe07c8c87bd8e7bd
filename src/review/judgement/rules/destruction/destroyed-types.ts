import type { Change } from "../../../plan/plan";
import { booleanAt } from "../../../plan/value";
import { destroyed, replaced, updated } from "../../examples";
import { eachChange, type ReviewRule } from "../../review-rule";

/** A resource type with a separate rule for its destruction. */
export interface DestroyedType {
  readonly code: string;
  readonly types: readonly string[];
  readonly summary: string;
  readonly source: string;
  /** What is lost. A function gets the change, because Terraform destroys with the settings in the state. */
  readonly message: string | ((change: Change) => string);
  /** True if a replacement destroys nothing that matters. Default: a replacement is reported too. */
  readonly replaceable?: true;
}

/** Returns the message for a resource that AWS deletes only if it is empty, unless Terraform is set to empty it first. */
function withContent(setting: string, message: string, content: string): DestroyedType["message"] {
  return ({ before }) => {
    switch (booleanAt(before, setting)) {
      case true:
        return `${message}, with all ${content} in it: ${setting} is set`;
      case false:
        return `${message}; while there are ${content} in it, AWS refuses, for ${setting} is not set`;
      default:
        return `${message}; while there are ${content} in it, AWS refuses unless ${setting} is set`;
    }
  };
}

export const destroyedTypes: readonly DestroyedType[] = [
  {
    code: "pipeline-destroyed",
    types: ["aws_imagebuilder_image_pipeline"],
    summary: "An image pipeline is destroyed: it no longer builds its image. Existing AMIs stay.",
    source: "https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_DeleteImagePipeline.html",
    message: "nothing builds this image any longer",
  },
  {
    code: "image-destroyed",
    types: ["aws_imagebuilder_image_recipe", "aws_imagebuilder_container_recipe", "aws_imagebuilder_image"],
    summary:
      "The last version of a recipe or an image is destroyed and not replaced. The replacement of an old version by a new one is not reported.",
    source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/delete-resources.html",
    message: "its last version goes, and nothing takes its place",
    replaceable: true,
  },
  {
    code: "bucket-destroyed",
    types: ["aws_s3_bucket", "aws_s3_directory_bucket"],
    summary: "A bucket is destroyed, with its content if `force_destroy` is set. Anybody may then take its name.",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-bucket.html",
    message: withContent("force_destroy", "the bucket goes, and its name with it", "objects"),
  },
  {
    code: "key-destroyed",
    types: ["aws_kms_key", "aws_kms_replica_key", "aws_kms_external_key"],
    summary:
      "A KMS key is scheduled for deletion: what is encrypted with it, including snapshots and AMIs, can then no longer be read.",
    source: "https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html",
    message: "what is encrypted with it cannot be read once it has gone",
  },
  {
    code: "repository-destroyed",
    types: ["aws_ecr_repository", "aws_ecrpublic_repository"],
    summary: "An ECR repository is destroyed, with its container images if `force_delete` is set.",
    source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-delete.html",
    message: withContent("force_delete", "the repository goes", "container images"),
  },
  {
    code: "topic-destroyed",
    types: ["aws_sns_topic"],
    summary: "An SNS topic is destroyed with its subscriptions: subscribers get no more messages.",
    source: "https://docs.aws.amazon.com/sns/latest/dg/sns-delete-subscription-topic.html",
    message: "its subscriptions go with it",
  },
  {
    code: "role-destroyed",
    types: ["aws_iam_role"],
    summary: "An IAM role is destroyed: nobody can assume it any more, also outside this configuration.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage_delete.html",
    message: "whoever assumes it cannot any longer",
  },
];

function destructionRule({ code, types, summary, source, message, replaceable }: DestroyedType): ReviewRule {
  const [type = ""] = types;
  const named = { name: "linux-base", bucket: "images" };
  return {
    code,
    class: "destructive",
    summary,
    source,
    fail: [destroyed(type, named)],
    pass: [
      replaceable
        ? replaced(type, { ...named, version: "1.0.0" }, { ...named, version: "1.0.1" })
        : updated(type, named, { ...named, tags: { team: "web" } }),
    ],
    find: eachChange((change) => {
      const goes = change.action === "delete" || (change.action === "replace" && replaceable !== true);
      if (!types.includes(change.type) || !goes || change.deposed) return [];
      const lost = typeof message === "string" ? message : message(change);
      return [`${change.action === "replace" ? "it is replaced: " : ""}${lost}`];
    }),
  };
}

export const destructionRules = destroyedTypes.map(destructionRule);
