import type { Change } from "../../plan/plan";
import { at, booleanAt, isEmpty, listAt, numberAt, textAt, type Value } from "../../plan/value";
import { destroyed, replaced, updated } from "../examples";
import { eachChange, type ReviewRule } from "../review-rule";

/** A noun whose destruction has a code of its own. */
interface Noun {
  readonly code: string;
  readonly types: readonly string[];
  readonly summary: string;
  readonly source: string;
  /** What is lost; told by the state, for Terraform destroys as the state says. */
  readonly message: string | ((change: Change) => string);
  /** Whether a replacement, too, destroys what matters; by default it does. */
  readonly replaceable?: true;
}

/** Of what AWS does not delete with something in it, unless Terraform empties it first. */
function withContent(setting: string, message: string, content: string): Noun["message"] {
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

const nouns: readonly Noun[] = [
  {
    code: "pipeline-destroyed",
    types: ["aws_imagebuilder_image_pipeline"],
    summary: "An image pipeline is destroyed: its image is no longer built. Existing AMIs stay.",
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

function destructionRule({ code, types, summary, source, message, replaceable }: Noun): ReviewRule {
  const [type = ""] = types;
  const named = { name: "linux-base", bucket: "images" };
  return {
    code,
    class: "destructive",
    summary,
    source,
    fail: destroyed(type, named),
    pass: replaceable
      ? replaced(type, { ...named, version: "1.0.0" }, { ...named, version: "1.0.1" })
      : updated(type, named, { ...named, tags: { team: "web" } }),
    find: eachChange((change) => {
      const goes = change.action === "delete" || (change.action === "replace" && replaceable !== true);
      if (!types.includes(change.type) || !goes || change.deposed) return [];
      const lost = typeof message === "string" ? message : message(change);
      return [`${change.action === "replace" ? "it is replaced: " : ""}${lost}`];
    }),
  };
}

/** Types that hold what cannot be made again, apart from those with a code of their own. */
const dataTypes =
  /^(aws_(db_instance|rds_cluster|docdb_cluster|neptune_cluster|redshift_cluster|dynamodb_table|efs_file_system|fsx_.*file_system|ebs_volume|ebs_snapshot|ami|ami_copy|s3_object_copy|elasticache_(cluster|replication_group)|opensearch_domain|elasticsearch_domain|kinesis_stream|sqs_queue|secretsmanager_secret|cloudwatch_log_group|backup_vault|glacier_vault|cognito_user_pool|route53_zone|organizations_account|ssm_parameter)|google_(sql_database_instance|storage_bucket|bigquery_dataset|compute_disk)|azurerm_(storage_account|mssql_database|postgresql_.*server|key_vault|managed_disk))$/;

const dataDestroyed: ReviewRule = {
  code: "data-destroyed",
  class: "destructive",
  summary:
    "A resource that holds data is destroyed or replaced, and its data is lost: a database, table, file system, volume, secret or log group.",
  source: "https://developer.hashicorp.com/terraform/language/resources/behavior",
  fail: destroyed("aws_dynamodb_table", { name: "state" }),
  pass: updated("aws_dynamodb_table", { name: "state" }, { name: "state", tags: { team: "web" } }),
  find: eachChange(({ type, action, order }) =>
    dataTypes.test(type) && (action === "delete" || action === "replace")
      ? [
          action === "delete"
            ? "what it holds is lost"
            : `it is replaced, ${order === "create-first" ? "the new one first" : "the old one goes first"}: what it holds is lost`,
        ]
      : [],
  ),
};

/** Parts and settings of other resources: what goes with them is told where those are. */
const parts =
  /^aws_(imagebuilder_.*|s3_object|s3_bucket_.*|iam_(role_policy|role_policy_attachment|user_policy|user_policy_attachment|group_policy|group_policy_attachment|policy_attachment|instance_profile)|kms_(alias|grant)|sns_topic_(policy|subscription)|sqs_queue_policy|ecr_(lifecycle_policy|repository_policy)|cloudwatch_event_(rule|target)|route_table_association|route|security_group_rule|vpc_security_group_(ingress|egress)_rule)$/;

/** What build instances run in. */
const networkTypes = /^aws_(vpc|subnet|nat_gateway|internet_gateway|security_group)$/;

const resourceDestroyed: ReviewRule = {
  code: "resource-destroyed",
  class: "attention",
  summary:
    "A resource (not only a setting of another one) is destroyed, or it is deleted before its replacement is created.",
  source: "https://developer.hashicorp.com/terraform/language/resources/behavior",
  fail: destroyed("aws_instance", { id: "i-0123456789abcdef0" }),
  pass: replaced("aws_instance", { ami: "ami-1" }, { ami: "ami-2" }),
  find: eachChange(({ type, action, order, deposed }) => {
    const known = parts.test(type) || dataTypes.test(type) || nouns.some(({ types }) => types.includes(type));
    if (known || /^(null_resource|terraform_data|random_.*|time_.*|local_file)$/.test(type)) return [];
    if (action === "delete") {
      if (deposed) return ["what a replacement has left over is destroyed"];
      return [networkTypes.test(type) ? "it is destroyed: a build that still runs in it fails" : "it is destroyed"];
    }
    return action === "replace" && order === "delete-first" ? ["the old one goes before the new one comes"] : [];
  }),
};

const retentionShortened: ReviewRule = {
  code: "retention-shortened",
  class: "destructive",
  summary: "Logs, objects, images, backups or a deleted key are kept for a shorter time. What is older is deleted.",
  source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
  fail: updated("aws_cloudwatch_log_group", { retention_in_days: 90 }, { retention_in_days: 30 }),
  pass: updated("aws_cloudwatch_log_group", { retention_in_days: 30 }, { retention_in_days: 90 }),
  find: eachChange((change) =>
    change.action === "update" || change.action === "replace" || (change.action === "create" && isRuleOfOther(change))
      ? [...periods(change), ...objectExpiry(change), ...imageCount(change), ...versioning(change)]
      : [],
  ),
};

/** Attributes that count days or hours; of some, 0 or nothing is for ever. */
const forEver: readonly string[] = ["retention_in_days"];
const counted =
  /^(retention_in_days|deletion_window_in_days|backup_retention_period|message_retention_seconds|recovery_window_in_days|retention_period|automated_snapshot_retention_period|snapshot_retention_limit)$/;

function periods({ differences, action }: Change): string[] {
  if (action === "create") return [];
  return differences.flatMap(({ path, before, after }) => {
    const name = String(path.at(-1));
    if (!counted.test(name) || typeof after === "symbol" || typeof before === "symbol") return [];
    const endless = forEver.includes(name) ? Infinity : 0;
    const days = (value: Value): number => (Number(value ?? 0) === 0 ? endless : Number(value));
    return days(after) < days(before) ? [`${name} falls from ${inDays(days(before))} to ${inDays(days(after))}`] : [];
  });
}

function inDays(value: number): string {
  return value === Infinity ? "for ever" : String(value);
}

/** Made for something that is there already. */
function isRuleOfOther({ type }: Change): boolean {
  return type === "aws_s3_bucket_lifecycle_configuration" || type === "aws_ecr_lifecycle_policy";
}

function objectExpiry({ type, before, after, action }: Change): string[] {
  if (type !== "aws_s3_bucket_lifecycle_configuration" || action === "create") return [];
  const days = (value: Value): number =>
    Math.min(
      Infinity,
      ...listAt(value, "rule")
        .filter((rule) => textAt(rule, "status") !== "Disabled")
        .flatMap((rule) => listAt(rule, "expiration").flatMap((expiration) => expiryDays(expiration))),
    );
  return days(after) < days(before) ? [`objects expire after ${days(after)} days, not ${inDays(days(before))}`] : [];
}

/** 0 is how the provider writes that there are none. */
function expiryDays(expiration: Value): number[] {
  const days = numberAt(expiration, "days") ?? 0;
  return days === 0 ? [] : [days];
}

function imageCount({ type, before, after, action }: Change): string[] {
  if (type !== "aws_ecr_lifecycle_policy" || action === "create") return [];
  const count = (value: Value): number => {
    const found = [...(textAt(value, "policy") ?? "").matchAll(/"countNumber":\s*(\d+)/g)].map(([, number]) =>
      Number(number),
    );
    return Math.min(Infinity, ...found);
  };
  return count(after) < count(before) ? [`images beyond ${count(after)} expire, not ${inDays(count(before))}`] : [];
}

function versioning({ type, before, after, differences }: Change): string[] {
  if (type === "aws_s3_bucket_versioning") {
    const status = (value: Value): string | undefined =>
      textAt(listAt(value, "versioning_configuration")[0] ?? null, "status");
    return status(before) === "Enabled" && status(after) !== "Enabled"
      ? ["old versions of objects are kept no longer"]
      : [];
  }
  const recovery = differences.find(({ path }) => path[0] === "point_in_time_recovery" && path.at(-1) === "enabled");
  const protection =
    booleanAt(before, "deletion_protection") === true && booleanAt(after, "deletion_protection") === false;
  return [
    ...(recovery?.before === true && recovery.after !== true
      ? ["it cannot be restored to a point in time any longer"]
      : []),
    ...(protection ? ["it is not protected from deletion any longer"] : []),
    ...(isEmpty(at(before, "force_destroy")) ||
    booleanAt(before, "force_destroy") === true ||
    booleanAt(after, "force_destroy") !== true
      ? []
      : ["it can be destroyed with all that is in it"]),
  ];
}

export const destructionRules = [...nouns.map(destructionRule), dataDestroyed, resourceDestroyed, retentionShortened];
