import { withoutKeys } from "../../../plan/address";
import type { Change, Plan } from "../../../plan/plan";
import { textAt, textsAt } from "../../../plan/value";
import { readPolicy } from "../../../policies/policy";

/** What a policy is attached to. */
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
 * The text before. Of a policy that moves from one bucket or role to another that takes its place, as if it had been about the new one all
 * the time: that nothing is denied of the old one any longer is no loss.
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

/** Whether another resource holds the same policy: a topic shows that of its aws_sns_topic_policy as its own after the first apply. */
export function isOfSibling({ address, after }: Change, attribute: string, { changes }: Plan): boolean {
  const now = JSON.stringify(readPolicy(textAt(after, attribute) ?? ""));
  return changes.some(
    (each) => each.address !== address && JSON.stringify(readPolicy(textAt(each.before, attribute) ?? "")) === now,
  );
}

/** What the resource that a target refers to will be called, where its id is known after apply alone. */
function newName(address: string, target: string, { changes, configuration }: Plan): string | undefined {
  const referenced = configuration.references(address, [target]);
  const found = changes.find((each) => !each.deposed && referenced.includes(withoutKeys(each.address)));
  return found === undefined ? undefined : (textAt(found.after, target) ?? textAt(found.after, "name"));
}

export function textNow({ after }: Change, attribute: string) {
  const text = textAt(after, attribute);
  return text === undefined ? undefined : { text };
}

export function isAttachedToNew(change: Change, attributes: readonly string[], plan: Plan): boolean {
  const names = attributes.flatMap((attribute) =>
    [...textsAt(change.after, attribute), textAt(change.after, attribute) ?? []].flat(),
  );
  const isNew = ({ action, deposed }: Change): boolean => action === "create" && !deposed;
  const referenced = attributes.flatMap((attribute) => plan.configuration.references(change.address, [attribute]));
  if (referenced.length > 0)
    return referenced.some((address) =>
      plan.changes.some((each) => isNew(each) && withoutKeys(each.address) === address),
    );
  return plan.changes.some(
    (each) =>
      isNew(each) &&
      ["name", "bucket", "id", "arn"].some((attribute) => names.includes(textAt(each.after, attribute) ?? "\n")),
  );
}
