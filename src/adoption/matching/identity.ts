import { at, inWords, textAt, type Value } from "../../review/plan/value";

/** The attributes that identify a resource of each type in AWS, within an account and region. */
const identities: Readonly<Record<string, readonly string[]>> = {
  aws_cloudwatch_event_rule: ["name"],
  aws_cloudwatch_event_target: ["rule", "arn"],
  aws_cloudwatch_log_group: ["name"],
  aws_ecr_lifecycle_policy: ["repository"],
  aws_ecr_repository: ["name"],
  aws_iam_instance_profile: ["name"],
  aws_iam_role: ["name"],
  aws_iam_role_policy: ["role", "name"],
  aws_iam_role_policy_attachment: ["role", "policy_arn"],
  aws_imagebuilder_component: ["name", "version"],
  aws_imagebuilder_container_recipe: ["name", "version"],
  aws_imagebuilder_distribution_configuration: ["name"],
  aws_imagebuilder_image_pipeline: ["name"],
  aws_imagebuilder_image_recipe: ["name", "version"],
  aws_imagebuilder_infrastructure_configuration: ["name"],
  aws_imagebuilder_lifecycle_policy: ["name"],
  aws_imagebuilder_workflow: ["type", "name", "version"],
  aws_internet_gateway: ["vpc_id"],
  aws_kms_alias: ["name"],
  aws_s3_bucket: ["bucket"],
  aws_s3_bucket_lifecycle_configuration: ["bucket"],
  aws_s3_bucket_logging: ["bucket"],
  aws_s3_bucket_ownership_controls: ["bucket"],
  aws_s3_bucket_policy: ["bucket"],
  aws_s3_bucket_public_access_block: ["bucket"],
  aws_s3_bucket_server_side_encryption_configuration: ["bucket"],
  aws_s3_bucket_versioning: ["bucket"],
  aws_s3_object: ["bucket", "key"],
  aws_security_group: ["vpc_id", "name"],
  aws_sns_topic: ["name"],
  aws_sns_topic_policy: ["arn"],
  aws_sns_topic_subscription: ["topic_arn", "protocol", "endpoint"],
  aws_subnet: ["vpc_id", "cidr_block"],
};

/** The optional attributes that identify a security group rule, in addition to its group and protocol. */
const ofRules = [
  "from_port",
  "to_port",
  "cidr_ipv4",
  "cidr_ipv6",
  "prefix_list_id",
  "referenced_security_group_id",
] as const;

/** Returns a text that identifies a resource within its type. Undefined if the type has no identity or a part of the identity is not known. */
export function identityOf(type: string, attributes: Value): string | undefined {
  const names = identities[type];
  // An image has no name. Its recipe identifies it.
  if (type === "aws_imagebuilder_image")
    return textAt(attributes, "image_recipe_arn") ?? textAt(attributes, "container_recipe_arn");
  if (type === "aws_inspector2_enabler") return type;
  if (/^aws_vpc_security_group_(e|in)gress_rule$/.test(type)) return identityOfRule(attributes);
  const parts = names?.map((name) => textAt(attributes, name));
  if (parts === undefined || parts.some((part) => part === undefined)) return undefined;
  return parts.join("\n");
}

function identityOfRule(attributes: Value): string | undefined {
  const [group, protocol] = [textAt(attributes, "security_group_id"), textAt(attributes, "ip_protocol")];
  if (group === undefined || protocol === undefined) return undefined;
  return [group, protocol, ...ofRules.map((name) => inWords(at(attributes, name)))].join("\n");
}
