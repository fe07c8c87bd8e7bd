import { isDeepStrictEqual } from "node:util";

import { withoutKeys } from "../../../plan/address";
import type { Change, Plan } from "../../../plan/plan";
import { textAt, textsAt } from "../../../plan/value";
import { readPolicy } from "../../../policies/policy";

/** Attributes that name the resource to which a policy is attached. */
export const targets = [
  "role",
  "user",
  "group",
  "bucket",
  "queue_url",
  "arn",
  "key_id",
  "repository",
  "repository_name",
  "secret_arn",
  "function_name",
  "topic_arn",
  "resource_arn",
];

/**
 * Returns the text of a policy before the change. If the policy moves to the replacement of its bucket or role, the old name in the text is
 * replaced by the new one: that statements no longer apply to the old resource is not a finding.
 */
export function textBefore(
  { action, before, after, address }: Change,
  attribute: string,
  plan: Plan,
): string | undefined {
  const text = textAt(before, attribute);
  if (text === undefined || action !== "replace") return text;
  return targets.reduce((moved, target) => {
    const old = textAt(before, target);
    const now = textAt(after, target) ?? newName(address, target, plan);
    return old === undefined || now === undefined || old.length < 3 ? moved : moved.replaceAll(old, now);
  }, text);
}

/**
 * Checks whether another resource has the same policy: after the first apply, a topic shows the policy of its aws_sns_topic_policy as its
 * own.
 */
export function isOfSibling({ address, after }: Change, attribute: string, { changes }: Plan): boolean {
  const now = readPolicy(textAt(after, attribute));
  if (now === undefined) return false;
  return changes.some(
    (each) => each.address !== address && isDeepStrictEqual(readPolicy(textAt(each.before, attribute)), now),
  );
}

/** Returns the new name of the resource that a target attribute refers to, for targets whose value is known only after apply. */
function newName(address: string, target: string, { changes, configuration }: Plan): string | undefined {
  const referenced = configuration.references(address, [target]);
  const found = changes.find((each) => !each.deposed && referenced.includes(withoutKeys(each.address)));
  return found === undefined ? undefined : (textAt(found.after, target) ?? textAt(found.after, "name"));
}

/** Returns the text of a policy after the change; undefined if it is missing or unknown. */
export function textNow({ after }: Change, attribute: string) {
  const text = textAt(after, attribute);
  return text === undefined ? undefined : { text };
}

/** Checks whether a change attaches something to a resource that the same plan creates. */
export function isAttachedToNew(change: Change, attributes: readonly string[], plan: Plan): boolean {
  return isAttachedTo(({ action }) => action === "create", change, attributes, plan);
}

/** Checks whether a change attaches something to a resource of the plan for which `isOwner` is true. */
export function isAttachedTo(
  isOwner: (owner: Change) => boolean,
  change: Change,
  attributes: readonly string[],
  plan: Plan,
): boolean {
  const names: readonly (string | undefined)[] = attributes.flatMap((attribute) =>
    [...textsAt(change.after, attribute), textAt(change.after, attribute) ?? []].flat(),
  );
  const owns = (each: Change): boolean => !each.deposed && isOwner(each);
  const referenced = attributes.flatMap((attribute) => plan.configuration.references(change.address, [attribute]));
  if (referenced.length > 0)
    return referenced.some((address) =>
      plan.changes.some((each) => owns(each) && withoutKeys(each.address) === address),
    );
  // A setting or policy of a bucket has the same `bucket` as the bucket, and a policy may have the name of its role.
  const isAttached = ({ type }: Change): boolean => /^aws_s3_bucket_|_(policy|attachment|permission)$/.test(type);
  return plan.changes.some(
    (each) =>
      owns(each) &&
      !isAttached(each) &&
      ["name", "bucket", "id", "arn"].some((attribute) => names.includes(textAt(each.after, attribute))),
  );
}
