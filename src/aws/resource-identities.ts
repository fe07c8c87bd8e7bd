import type { Place } from "./place";

/** What identifies the resources of a Terraform type. */
interface ResourceIdentity {
  /** Attributes that identify a resource in AWS, within an account and region. */
  readonly identity: readonly string[];
  /** Builds the import id from the text of attributes. Undefined if the id does not follow from them. */
  readonly importId?: (text: (attribute: string) => string, place: Place) => string;
}

/** The import id is the identity, with its parts joined. */
function joined(identity: readonly string[], separator = ""): ResourceIdentity {
  return { identity, importId: (text) => identity.map(text).join(separator) };
}

/** The import id is an ARN of Image Builder, which ends with the identity. */
function imageBuilder(kind: string, identity: readonly string[], build = ""): ResourceIdentity {
  return {
    identity,
    importId: (text, { partition, region, account }) => {
      // ARNs contain the type of a workflow in lower case.
      const path = identity.map((name) => (name === "type" ? text(name).toLowerCase() : text(name)));
      return `arn:${partition}:imagebuilder:${region}:${account}:${[kind, ...path].join("/")}${build}`;
    },
  };
}

const ofBucket = joined(["bucket"]);
const ofName = joined(["name"]);

/**
 * The identity of each resource type that an adoption finds in a state, or that `recover` imports.
 *
 * Source: AWS provider 5.100 documentation, section Import of each resource. Read 2026-11.
 */
export const resourceIdentities: Readonly<Record<string, ResourceIdentity>> = {
  aws_cloudwatch_event_rule: ofName,
  aws_cloudwatch_event_target: {
    identity: ["rule", "arn"],
    importId: (text) => `${text("rule")}/${text("target_id")}`,
  },
  aws_cloudwatch_log_group: ofName,
  aws_ecr_lifecycle_policy: joined(["repository"]),
  aws_ecr_repository: ofName,
  aws_iam_instance_profile: ofName,
  aws_iam_role: ofName,
  aws_iam_role_policy: joined(["role", "name"], ":"),
  aws_iam_role_policy_attachment: joined(["role", "policy_arn"], "/"),
  aws_imagebuilder_component: imageBuilder("component", ["name", "version"], "/1"),
  aws_imagebuilder_container_recipe: imageBuilder("container-recipe", ["name", "version"]),
  aws_imagebuilder_distribution_configuration: imageBuilder("distribution-configuration", ["name"]),
  aws_imagebuilder_image_pipeline: imageBuilder("image-pipeline", ["name"]),
  aws_imagebuilder_image_recipe: imageBuilder("image-recipe", ["name", "version"]),
  aws_imagebuilder_infrastructure_configuration: imageBuilder("infrastructure-configuration", ["name"]),
  aws_imagebuilder_lifecycle_policy: imageBuilder("lifecycle-policy", ["name"]),
  aws_imagebuilder_workflow: imageBuilder("workflow", ["type", "name", "version"], "/1"),
  aws_internet_gateway: { identity: ["vpc_id"] },
  aws_kms_alias: ofName,
  aws_s3_bucket: ofBucket,
  aws_s3_bucket_lifecycle_configuration: ofBucket,
  aws_s3_bucket_logging: ofBucket,
  aws_s3_bucket_ownership_controls: ofBucket,
  aws_s3_bucket_policy: ofBucket,
  aws_s3_bucket_public_access_block: ofBucket,
  aws_s3_bucket_server_side_encryption_configuration: ofBucket,
  aws_s3_bucket_versioning: ofBucket,
  aws_s3_object: joined(["bucket", "key"], "/"),
  aws_security_group: { identity: ["vpc_id", "name"] },
  aws_sns_topic: {
    identity: ["name"],
    importId: (text, { partition, region, account }) => `arn:${partition}:sns:${region}:${account}:${text("name")}`,
  },
  aws_sns_topic_policy: joined(["arn"]),
  aws_sns_topic_subscription: { identity: ["topic_arn", "protocol", "endpoint"] },
  aws_subnet: { identity: ["vpc_id", "cidr_block"] },
};
