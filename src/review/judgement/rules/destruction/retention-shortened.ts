import { own } from "../../../../collections/own";
import { attributeOf, type Difference } from "../../../plan/differences";
import type { Change } from "../../../plan/plan";
import { at, booleanAt, isEmpty, listAt, numberAt, textAt, type Value } from "../../../plan/value";
import { eachWay, updated } from "../../examples";
import { eachChange, type ReviewRule } from "../../review-rule";
import { isAttachedTo } from "../access/policy-texts";

/** Attributes of a lifecycle rule that name the bucket or repository. */
const owners = ["bucket", "repository"];

export const retentionShortened: ReviewRule = {
  code: "retention-shortened",
  class: "destructive",
  summary: "Logs, objects, images, backups or a deleted key are kept for a shorter time. What is older is deleted.",
  source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
  ...eachWay(updated, "aws_cloudwatch_log_group", { retention_in_days: 90 }, { retention_in_days: 30 }),
  find: eachChange((change, { plan }) => {
    const { action } = change;
    // A rule that is created for an existing bucket or repository deletes what is in it.
    const isNewRule = action === "create" && !isAttachedTo(isNewToState, change, owners, plan);
    if (action !== "update" && action !== "replace" && !isNewRule) return [];
    return [...periods(change), ...objectExpiry(change), ...imageCount(change), ...protections(change)];
  }),
};

/**
 * Checks whether a bucket or repository is new to the state, so that the plan does not tell which rule it has. A kept resource comes back by
 * import and still has its rule, which the plan creates again.
 */
function isNewToState({ action, imported }: Change): boolean {
  return action === "create" || imported !== undefined;
}

interface Shortened {
  readonly message: string;
  readonly tells: readonly Difference[];
}

/**
 * Attributes with a period, and the period if a plan has no value.
 *
 * Source: AWS provider 5.100, the defaults in the schemas of the resources. KMS keys and ElastiCache have none there: their API references.
 */
const whenUnset: Readonly<Record<string, number>> = {
  automated_snapshot_retention_period: 1,
  backup_retention_period: 1,
  deletion_window_in_days: 30,
  manual_snapshot_retention_period: Infinity,
  message_retention_seconds: 345_600,
  recovery_window_in_days: 30,
  retention_in_days: Infinity,
  retention_period: 24,
  snapshot_retention_limit: 0,
};

function periods({ differences }: Change): Shortened[] {
  return differences.flatMap((difference) => {
    const { path, before, after } = difference;
    const name = attributeOf(path);
    const unset = own(whenUnset, name);
    if (unset === undefined || typeof after === "symbol" || typeof before === "symbol") return [];
    const days = (value: Value): number => {
      const set = numberAt(value) ?? unset;
      // 0 is for ever in CloudWatch Logs, -1 in Redshift.
      return set < 0 || (set === 0 && unset === Infinity) ? Infinity : set;
    };
    return days(after) < days(before)
      ? [{ message: `${name} falls from ${inDays(days(before))} to ${inDays(days(after))}`, tells: [difference] }]
      : [];
  });
}

function inDays(value: number): string {
  return value === Infinity ? "for ever" : String(value);
}

function objectExpiry({ type, before, after, differences }: Change): Shortened[] {
  if (type !== "aws_s3_bucket_lifecycle_configuration") return [];
  const days = (value: Value): number =>
    Math.min(
      Infinity,
      ...listAt(value, "rule")
        .filter((rule) => textAt(rule, "status") !== "Disabled")
        .flatMap((rule) => listAt(rule, "expiration").flatMap((expiration) => expiryDays(expiration))),
    );
  if (days(after) >= days(before)) return [];
  const tells = differences.filter(
    (each) => each.path.at(-1) === "days" && each.before === days(before) && each.after === days(after),
  );
  return [{ message: `objects expire after ${days(after)} days, not ${inDays(days(before))}`, tells }];
}

/** Returns the days until expiry. The provider writes 0 if there is no limit. */
function expiryDays(expiration: Value): number[] {
  const days = numberAt(expiration, "days") ?? 0;
  return days === 0 ? [] : [days];
}

function imageCount({ type, before, after }: Change): string[] {
  if (type !== "aws_ecr_lifecycle_policy") return [];
  const count = (value: Value): number => {
    const found = textAt(value, "policy")?.matchAll(/"countNumber":\s*(\d+)/g) ?? [];
    return Math.min(Infinity, ...[...found].map(([, number]) => Number(number)));
  };
  return count(after) < count(before) ? [`images beyond ${count(after)} expire, not ${inDays(count(before))}`] : [];
}

/** Returns what protects less than before: versions of objects, restoring to a point in time, and deletion protection. */
function protections({ type, before, after, differences }: Change): string[] {
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
