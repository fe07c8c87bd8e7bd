import { withoutKeys } from "../../../plan/address";
import type { Change, Plan } from "../../../plan/plan";
import { textAt, textsAt } from "../../../plan/value";

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
