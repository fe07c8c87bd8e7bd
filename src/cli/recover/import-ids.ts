import type { Place } from "../../aws/place";

/** A resource that a plan would create. */
export interface PlannedCreate {
  /** Address of the resource, e.g. `aws_s3_bucket.documents`. */
  readonly address: string;
  readonly type: string;
  readonly name: string;
  /** Key of the resource's provider in the configuration: `aws`, or `aws.<alias>`. */
  readonly provider: string;
  /** The attributes that are known before the resource is created. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** Builds an import id from the text of attributes. The caller notices attributes that are not known yet. */
type IdOf = (text: (attribute: string) => string, place: Place) => string;

const imageBuilder =
  (kind: string, ...attributes: readonly string[]): IdOf =>
  (text, { partition, region, account }) =>
    [`arn:${partition}:imagebuilder:${region}:${account}:${kind}`, ...attributes.map((each) => text(each))].join("/");

const attribute =
  (...names: readonly string[]) =>
  (separator = ""): IdOf =>
  (text) =>
    names.map(text).join(separator);

const ofBucket = attribute("bucket")();

/** Import ids by resource type. Source: AWS provider documentation, section Import of each resource. */
const ids: Readonly<Record<string, IdOf>> = {
  aws_imagebuilder_component: (text, place) => `${imageBuilder("component", "name", "version")(text, place)}/1`,
  aws_imagebuilder_workflow: (text, place) =>
    `${imageBuilder(`workflow/${text("type").toLowerCase()}`, "name", "version")(text, place)}/1`,
  aws_imagebuilder_image_recipe: imageBuilder("image-recipe", "name", "version"),
  aws_imagebuilder_container_recipe: imageBuilder("container-recipe", "name", "version"),
  aws_imagebuilder_infrastructure_configuration: imageBuilder("infrastructure-configuration", "name"),
  aws_imagebuilder_distribution_configuration: imageBuilder("distribution-configuration", "name"),
  aws_imagebuilder_image_pipeline: imageBuilder("image-pipeline", "name"),
  aws_imagebuilder_lifecycle_policy: imageBuilder("lifecycle-policy", "name"),
  aws_s3_bucket: ofBucket,
  aws_s3_bucket_lifecycle_configuration: ofBucket,
  aws_s3_bucket_ownership_controls: ofBucket,
  aws_s3_bucket_policy: ofBucket,
  aws_s3_bucket_public_access_block: ofBucket,
  aws_s3_bucket_server_side_encryption_configuration: ofBucket,
  aws_s3_bucket_versioning: ofBucket,
  aws_s3_object: attribute("bucket", "key")("/"),
  aws_iam_role: attribute("name")(),
  aws_iam_instance_profile: attribute("name")(),
  aws_iam_role_policy: attribute("role", "name")(":"),
  aws_iam_role_policy_attachment: attribute("role", "policy_arn")("/"),
  aws_cloudwatch_log_group: attribute("name")(),
  aws_cloudwatch_event_rule: attribute("name")(),
  aws_cloudwatch_event_target: attribute("rule", "target_id")("/"),
  aws_ecr_repository: attribute("name")(),
  aws_ecr_lifecycle_policy: attribute("repository")(),
  aws_ecr_repository_policy: attribute("repository")(),
  aws_kms_alias: attribute("name")(),
  aws_sns_topic: (text, { partition, region, account }) => `arn:${partition}:sns:${region}:${account}:${text("name")}`,
  aws_sns_topic_policy: attribute("arn")(),
};

/** Types that can be created twice: AWS answers a second create call as if it were the first. */
const idempotent = new Set(["aws_inspector2_enabler", "aws_sns_topic_subscription", "aws_kms_grant"]);

/** A data source of the provider that finds a resource whose id does not follow from its name. */
export interface LookUp {
  readonly dataSource: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  /** The attribute that contains the id, or a list with only the id. */
  readonly id: string;
}

/** Returns the import id of a planned resource, or undefined if it does not follow from the planned attributes. */
export function importId({ type, values }: PlannedCreate, place: Place): string | undefined {
  const unknown = new Set<string>();
  const id = ids[type]?.((name) => {
    const value = values[name];
    if (typeof value === "string" && value !== "") return value;
    unknown.add(name);
    return "";
  }, place);
  return unknown.size === 0 ? id : undefined;
}

/** Returns the look-up of a resource whose id AWS chooses, or undefined if it cannot be looked up. */
export function lookUp({ type, name, values }: PlannedCreate, all: readonly PlannedCreate[]): LookUp | undefined {
  if (type === "aws_kms_key") {
    // A key has no name, but its alias has one.
    const alias = all.find((each) => each.type === "aws_kms_alias" && each.name === name)?.values.name;
    return typeof alias === "string"
      ? { dataSource: "aws_kms_alias", arguments: { name: alias }, id: "target_key_id" }
      : undefined;
  }
  if (type === "aws_launch_template" && typeof values.name === "string")
    return { dataSource: "aws_launch_template", arguments: { name: values.name }, id: "id" };
  if (type === "aws_security_group" && typeof values.name === "string") {
    const vpc = typeof values.vpc_id === "string" ? [{ name: "vpc-id", values: [values.vpc_id] }] : [];
    const filter = [{ name: "group-name", values: [values.name] }, ...vpc];
    return { dataSource: "aws_security_groups", arguments: { filter }, id: "ids" };
  }
  return undefined;
}

/** Checks whether a resource can be created again without harm. */
export function canBeCreatedAgain({ type }: PlannedCreate): boolean {
  return idempotent.has(type);
}
