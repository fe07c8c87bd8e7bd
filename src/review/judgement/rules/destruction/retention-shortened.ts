import type { Difference } from "../../../plan/differences";
import type { Change } from "../../../plan/plan";
import { at, booleanAt, isEmpty, listAt, numberAt, textAt, type Value } from "../../../plan/value";
import { eachWay, updated } from "../../examples";
import { eachChange, type ReviewRule } from "../../review-rule";

export const retentionShortened: ReviewRule = {
  code: "retention-shortened",
  class: "destructive",
  summary: "Logs, objects, images, backups or a deleted key are kept for a shorter time. What is older is deleted.",
  source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
  ...eachWay(updated, "aws_cloudwatch_log_group", { retention_in_days: 90 }, { retention_in_days: 30 }),
  find: eachChange((change) =>
    change.action === "update" || change.action === "replace" || (change.action === "create" && isRuleOfOther(change))
      ? [...periods(change), ...objectExpiry(change), ...imageCount(change), ...versioning(change)]
      : [],
  ),
};

interface Shortened {
  readonly message: string;
  readonly tells: readonly Difference[];
}

/** Attributes whose value 0 or null means that data is kept forever. */
const forEver: readonly string[] = ["retention_in_days"];

const counted =
  /^(retention_in_days|deletion_window_in_days|backup_retention_period|message_retention_seconds|recovery_window_in_days|retention_period|automated_snapshot_retention_period|snapshot_retention_limit)$/;

function periods({ differences, action }: Change): Shortened[] {
  if (action === "create") return [];
  return differences.flatMap((difference) => {
    const { path, before, after } = difference;
    const name = String(path.at(-1));
    if (!counted.test(name) || typeof after === "symbol" || typeof before === "symbol") return [];
    const endless = forEver.includes(name) ? Infinity : 0;
    const days = (value: Value): number => (Number(value ?? 0) === 0 ? endless : Number(value));
    return days(after) < days(before)
      ? [{ message: `${name} falls from ${inDays(days(before))} to ${inDays(days(after))}`, tells: [difference] }]
      : [];
  });
}

function inDays(value: number): string {
  return value === Infinity ? "for ever" : String(value);
}

/** Checks whether the resource is a lifecycle rule, which may be created for an existing bucket or repository. */
function isRuleOfOther({ type }: Change): boolean {
  return type === "aws_s3_bucket_lifecycle_configuration" || type === "aws_ecr_lifecycle_policy";
}

function objectExpiry({ type, before, after, action, differences }: Change): Shortened[] {
  if (type !== "aws_s3_bucket_lifecycle_configuration" || action === "create") return [];
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

function imageCount({ type, before, after, action }: Change): string[] {
  if (type !== "aws_ecr_lifecycle_policy" || action === "create") return [];
  const count = (value: Value): number => {
    const found = textAt(value, "policy")?.matchAll(/"countNumber":\s*(\d+)/g) ?? [];
    return Math.min(Infinity, ...[...found].map(([, number]) => Number(number)));
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
