import type { Difference } from "../../../plan/differences";
import type { Change, Plan } from "../../../plan/plan";
import { at, isEmpty, textAt } from "../../../plan/value";
import { comparePolicies, type Comparison } from "../../../policies/compare";
import { emptyPolicy, type Policy, readPolicy } from "../../../policies/policy";
import { policyAfter } from "../../../policies/template";
import type { Found, JudgementContext, ReviewRule } from "../../review-rule";
import { isAttachedToNew, isOfSibling, targets, textBefore, textNow } from "./policy-texts";

/** Attributes that contain an IAM policy, whatever the resource type. Texts in another grammar are recognised by their content. */
const policyAttributes = [
  "policy",
  "assume_role_policy",
  "access_policy",
  "access_policies",
  "resource_policy",
  "key_policy",
  "policy_document",
];

interface PolicyComparison {
  readonly change: Change;
  readonly attribute: string;
  readonly comparison: Comparison;
  readonly differences: readonly Difference[];
}

/** Comparisons by context, so that the three rules that use them compare once. */
const compared = new WeakMap<JudgementContext, readonly PolicyComparison[]>();

/** Creates the `find` function of a rule that checks each changed policy separately. */
export function eachPolicy(
  find: (policy: PolicyComparison) => Pick<Found, "message" | "permissions"> | undefined,
): ReviewRule["find"] {
  return (context) =>
    comparisons(context).flatMap((policy) => {
      const found = find(policy);
      return found === undefined ? [] : [{ address: policy.change.address, ...found, tells: policy.differences }];
    });
}

/** Returns the comparison of each changed policy, before and after the change. */
function comparisons(context: JudgementContext): readonly PolicyComparison[] {
  const known = compared.get(context);
  if (known !== undefined) return known;
  const found = context.changes
    .filter(({ mode, action }) => mode === "managed" && !["none", "read", "unknown", "forget"].includes(action))
    .flatMap((change) => policiesOf(change).flatMap((attribute) => compareAttribute(change, attribute, context) ?? []));
  compared.set(context, found);
  return found;
}

function policiesOf({ before, after }: Change): string[] {
  return policyAttributes.filter((attribute) => !isEmpty(at(before, attribute)) || !isEmpty(at(after, attribute)));
}

function compareAttribute(change: Change, attribute: string, context: JudgementContext): PolicyComparison | undefined {
  const { plan, drifted } = context;
  const was = textBefore(change, attribute, plan);
  const old = was === undefined ? undefined : readPolicy(was);
  const differences = change.differences.filter(({ path }) => path[0] === attribute);
  const result = (comparison: Comparison): PolicyComparison => ({ change, attribute, comparison, differences });
  // If the policy is deleted together with the resource that it protects, nothing is left that it could allow.
  if (change.action === "delete")
    return old === undefined || isItsOwn(change, attribute) || isGone(change, plan)
      ? undefined
      : result(comparePolicies(old, emptyPolicy));
  if (change.action === "create" && (isItsOwn(change, attribute) || isAttachedToNew(change, targets, plan)))
    return undefined;
  // If the code does not set the attribute, another resource or AWS does, for example the policy of a topic with an aws_sns_topic_policy.
  const { configuration } = plan;
  if (configuration.knows(change.address) && !configuration.sets(change.address, attribute)) return undefined;
  if (drifted && isOfSibling(change, attribute, plan)) return undefined;
  const now = drifted ? textNow(change, attribute) : policyAfter(change, attribute, plan);
  if (now === undefined) return old === undefined ? undefined : result(comparePolicies(old, emptyPolicy));
  if ("unknown" in now) return result({ verdict: "cannot-tell", why: now.unknown });
  const read: Policy | undefined = readPolicy(now.text);
  // The text has another grammar, for example a lifecycle policy of ECR or a delivery policy of SNS.
  if (read === undefined)
    return old === undefined ? undefined : result({ verdict: "cannot-tell", why: "its new text is not a policy" });
  if (was !== undefined && old === undefined) return undefined;
  return result(comparePolicies(old ?? emptyPolicy, read));
}

/**
 * Checks whether the policy is a part of the resource that it protects, such as the policy of a key or the trust policy of a role. It is
 * then created and deleted with that resource.
 */
function isItsOwn({ type, after, before }: Change, attribute: string): boolean {
  if (attribute === "assume_role_policy" || type === "aws_iam_policy") return true;
  const value = isEmpty(after) ? before : after;
  // A topic or key has its own `arn` or `key_id`. A separate policy resource has the same attribute, but its type ends with `_policy`.
  return (
    !/_(policy|permission)$/.test(type) &&
    !targets.some((target) => target !== "arn" && target !== "key_id" && !isEmpty(at(value, target)))
  );
}

function isGone(change: Change, plan: Plan): boolean {
  const names: readonly (string | undefined)[] = targets.flatMap((attribute) => textAt(change.before, attribute) ?? []);
  return plan.changes.some(
    (each) =>
      each !== change &&
      each.action === "delete" &&
      ["id", "arn", "name", "bucket"].some((attribute) => names.includes(textAt(each.before, attribute))),
  );
}

/** Returns the name of a policy attribute in messages. */
export function nameOf(attribute: string): string {
  return attribute === "assume_role_policy" ? "its trust policy" : "its policy";
}
