import { isDeepStrictEqual } from "node:util";

import type { z } from "zod";

import { parseArn } from "../../aws/arn";
import type { Place } from "../../aws/place";
import { fitsLogGroup } from "../../aws/resource-name";
import { nonEmpty, withoutUndefined } from "../../collections/non-empty";
import type { build } from "../../definitions/schema/build";
import { imagesToKeep } from "../../definitions/schema/built";
import { kmsKeyArn } from "../../definitions/schema/common";
import { newestImages } from "../../factory/ecr-lifecycle-policy";
import { at, booleanAt, listAt, numberAt, textAt, textsAt, type Value } from "../../review/plan/value";
import { requiredText } from "../state/required";
import type { ResourceInstance } from "../state/state";
import type { DocumentBucket } from "./document-bucket";
import type { EnvironmentDraft } from "./draft";
import type { Surroundings } from "./surroundings";

type Build = z.input<typeof build>;

/** Translates the buckets of documents and logs. The project manages a bucket if the state contains it; otherwise it refers to it by name. */
export function bucketsOf(
  { bucket, ...others }: DocumentBucket,
  surroundings: Surroundings,
  logs: Build["logs"],
): { readonly documents?: EnvironmentDraft["documents"]; readonly logs?: Build["logs"] } {
  const place =
    bucket === undefined ? { create: true as const } : { ...createdBucket(bucket, ofDocuments, surroundings), bucket };
  const documents =
    bucket === undefined && others.inline === undefined ? undefined : withoutUndefined({ ...place, ...others });
  if (logs?.bucket === undefined) return { documents };
  // If both are the same bucket, it is created only once.
  const ofBucket = logs.bucket === bucket ? {} : createdBucket(logs.bucket, ofLogs, surroundings);
  const expiry = surroundings.find("aws_s3_bucket_lifecycle_configuration", "bucket", logs.bucket);
  const expireDays = expiry && expiryOf(expiry.attributes);
  return {
    documents,
    logs: withoutUndefined({ ...ofBucket, ...logs, expireDays: "create" in ofBucket ? expireDays : undefined }),
  };
}

/** The protections of a created bucket, and the resource type of each. */
const settings = {
  encryption: "aws_s3_bucket_server_side_encryption_configuration",
  ownership: "aws_s3_bucket_ownership_controls",
  policy: "aws_s3_bucket_policy",
  "public-access": "aws_s3_bucket_public_access_block",
} as const;
const ofDocuments = { ...settings, versioning: "aws_s3_bucket_versioning" } as const;
const ofLogs = { ...settings, lifecycle: "aws_s3_bucket_lifecycle_configuration" } as const;

/** Returns the settings of a bucket in the state. Protections that the state does not contain stay unmanaged. */
function createdBucket<T extends string>(
  bucket: string,
  known: Readonly<Record<T, string>>,
  surroundings: Surroundings,
): CreatedBucket & { protection?: T[] } {
  const resource = surroundings.find("aws_s3_bucket", "bucket", bucket);
  if (resource === undefined) return {};
  const names = Object.keys(known) as T[];
  const set = names.filter((name) => surroundings.find(known[name], "bucket", bucket) !== undefined);
  return withoutUndefined({
    create: true as const,
    protection: set.length === names.length ? undefined : set,
    kmsKey: keyOfBucket(surroundings.find(settings.encryption, "bucket", bucket)),
    accessLogs: accessLogsOf(surroundings.find("aws_s3_bucket_logging", "bucket", bucket)),
    forceDestroy: booleanAt(resource.attributes, "force_destroy") === true ? true : undefined,
  });
}

type CreatedBucket = Pick<
  NonNullable<EnvironmentDraft["documents"]>,
  "create" | "kmsKey" | "accessLogs" | "forceDestroy"
>;

/** Returns the KMS key of a bucket. Undefined if it is not given by ARN, because definitions accept only ARNs. */
function keyOfBucket(encryption: ResourceInstance | undefined): string | undefined {
  const key = textAt(
    encryption?.attributes ?? null,
    ...["rule", 0, "apply_server_side_encryption_by_default", 0, "kms_master_key_id"],
  );
  return key !== undefined && kmsKeyArn.safeParse(key).success ? key : undefined;
}

function accessLogsOf(logging: ResourceInstance | undefined): CreatedBucket["accessLogs"] {
  const target = logging && textAt(logging.attributes, "target_bucket");
  return target === undefined
    ? undefined
    : withoutUndefined({ bucket: target, prefix: textAt(logging?.attributes ?? null, "target_prefix") });
}

/** Translates the repository of a container. The project manages it if the state contains it; otherwise it refers to it by name. */
export function repositoryOf(name: string, surroundings: Surroundings) {
  const resource = surroundings.find("aws_ecr_repository", "name", name);
  if (resource === undefined) return { create: false, name };
  const { attributes } = resource;
  const scans = booleanAt(attributes, "image_scanning_configuration", 0, "scan_on_push");
  return withoutUndefined({
    name,
    kmsKey: textAt(attributes, "encryption_configuration", 0, "kms_key"),
    tagMutability: textAt(attributes, "image_tag_mutability") === "MUTABLE" ? ("mutable" as const) : undefined,
    scanOnPush: scans === false ? false : undefined,
    keep: keepOf(surroundings.find("aws_ecr_lifecycle_policy", "repository", name)),
  });
}

/** Returns how many images a repository keeps. Undefined if this project would write another policy: that would replace it. */
function keepOf(policy: ResourceInstance | undefined): number | undefined {
  const given = JSON.parse(textAt(policy?.attributes ?? null, "policy") ?? "{}") as Value;
  const keep = imagesToKeep.safeParse(at(given, "rules", 0, "selection", "countNumber")).data;
  return keep !== undefined && isDeepStrictEqual(given, newestImages(keep)) ? keep : undefined;
}

function expiryOf(lifecycle: Value): number | undefined {
  const days = listAt(lifecycle, "rule").flatMap((rule) => numberAt(rule, "expiration", 0, "days") ?? []);
  return days.find((each) => each > 0);
}

/** Translates an SNS topic. The project manages it if the state contains it and its policy; otherwise it refers to it by ARN. */
export function topicOf(given: Build["topic"], surroundings: Surroundings): Build["topic"] {
  if (typeof given !== "string") return given;
  const topic = surroundings.find("aws_sns_topic", "arn", given);
  const policy = surroundings.find("aws_sns_topic_policy", "arn", given);
  if (topic === undefined || policy === undefined) return given;
  const subscriptions = surroundings
    .all("aws_sns_topic_subscription")
    .filter(({ attributes }) => textAt(attributes, "topic_arn") === given)
    .map(({ attributes }) => ({
      protocol: textAt(attributes, "protocol") as "email",
      endpoint: requiredText(attributes, "endpoint"),
    }));
  return withoutUndefined({
    create: true as const,
    name: textAt(topic.attributes, "name"),
    kmsKey: textAt(topic.attributes, "kms_master_key_id"),
    subscriptions: nonEmpty(subscriptions),
  });
}

/**
 * Returns `logGroups` if the state contains the log groups of all builds, otherwise undefined. The project creates all log groups or none, and
 * cannot create groups that Image Builder has created.
 *
 * @param builds names of recipes that are built, each with the names of its pipelines
 */
export function logGroupsOf(
  builds: readonly { readonly recipe: string; readonly pipelines: readonly string[] }[],
  surroundings: Surroundings,
): Build["logGroups"] {
  const groups = builds
    // The project creates no log group for recipes and pipelines whose names are not allowed in log group names.
    .filter(({ recipe, pipelines: [own = ""] }) => fitsLogGroup(recipe) && fitsLogGroup(own))
    .flatMap(({ recipe, pipelines }) => [recipe, ...pipelines.filter(fitsLogGroup).map((name) => `pipeline/${name}`)])
    .map((name) => surroundings.find("aws_cloudwatch_log_group", "name", `/aws/imagebuilder/${name}`));
  const [first] = groups;
  if (first === undefined || groups.some((group) => group === undefined)) return undefined;
  // A group that keeps everything has 0 days. An override keeps that.
  const days = numberAt(first.attributes, "retention_in_days");
  return withoutUndefined({
    retentionDays: days === 0 ? undefined : (days as NonNullable<Build["logGroups"]>["retentionDays"]),
    kmsKey: textAt(first.attributes, "kms_key_id"),
  });
}

/** Returns `encryption`, and the ARNs of the KMS keys for volumes that this project created: one in each region, all with the same alias. */
export function encryptionOf(
  surroundings: Surroundings,
  { region }: Place,
): { readonly setting?: EnvironmentDraft["encryption"]; readonly keys: ReadonlySet<string> } {
  const isOwn = ({ attributes }: ResourceInstance): boolean =>
    textAt(attributes, "description") === "Volumes and snapshots of golden images";
  const keys = surroundings.all("aws_kms_key").filter(isOwn);
  const home = keys.find(({ attributes }) => parseArn(textAt(attributes, "arn"))?.region === region);
  const keyId = home && textAt(home.attributes, "key_id");
  const alias = surroundings.find("aws_kms_alias", "target_key_id", keyId);
  if (home === undefined || alias === undefined) return { keys: new Set() };
  const days = numberAt(home.attributes, "deletion_window_in_days");
  const name = textAt(alias.attributes, "name")?.replace(/^alias\//, "");
  return {
    keys: new Set(keys.flatMap(({ attributes }) => textAt(attributes, "arn") ?? [])),
    setting: withoutUndefined({
      create: true as const,
      alias: name === "golden-images" ? undefined : name,
      deletionDays: days === 30 ? undefined : days,
      users: nonEmpty(usersOf(textAt(home.attributes, "policy") ?? "{}")),
    }),
  };
}

/** Returns the roles that the policy of a created key allows. */
function usersOf(policy: string): string[] {
  const { Statement = [] } = JSON.parse(policy) as {
    Statement?: { Sid?: string; Principal?: { AWS?: string | string[] } }[];
  };
  return Statement.filter(({ Sid }) => Sid === "UseByRoles").flatMap(({ Principal }) => Principal?.AWS ?? []);
}

export function scanOf(pipeline: Value): boolean {
  return booleanAt(at(pipeline, "image_scanning_configuration", 0), "image_scanning_enabled") === true;
}

/** Translates the scan settings of a container. @param own name of its repository, which is the default */
export function containerScanOf(pipeline: Value, own: string) {
  if (!scanOf(pipeline)) return false;
  const ecr = at(pipeline, "image_scanning_configuration", 0, "ecr_configuration", 0);
  const repository = textAt(ecr, "repository_name");
  const said = withoutUndefined({
    repository: repository === own ? undefined : repository,
    tags: nonEmpty([...textsAt(ecr, "container_tags")]),
  });
  return Object.keys(said).length === 0 ? true : said;
}
