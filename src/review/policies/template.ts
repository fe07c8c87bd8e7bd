import { withoutKeys } from "../plan/address";
import type { Change, Plan } from "../plan/plan";
import { at, textAt, UNKNOWN } from "../plan/value";

/** The new text of a policy, as far as the plan contains it. */
export type PolicyText =
  | { readonly text: string }
  /** The reason why the text is known only after apply. */
  | { readonly unknown: string };

/** A plain reference such as `${aws_iam_role.build.arn}`, without functions or indexes. */
const plainReference = /\$\{((?:data\.)?[A-Za-z_][\w-]*\.[A-Za-z_][\w-]*)\.([a-z_]+)\}/g;

/**
 * Returns the new text of a policy. If a part of it is known only after apply, such as the ARN of a resource that is replaced, Terraform
 * does not show the text. If the code is Terraform JSON, the plan contains the template of the text: references are replaced by their
 * previous values, so that the rest can be compared.
 */
export function policyAfter(change: Change, attribute: string, plan: Plan): PolicyText | undefined {
  const after = at(change.after, attribute);
  if (typeof after === "string") return { text: after };
  if (after !== UNKNOWN) return undefined;
  const template = plan.configuration.template(change.address, attribute);
  if (template === undefined) return { unknown: "Terraform knows its text only after apply" };
  const text = template
    .replace(
      plainReference,
      (reference, resource: string, name: string) => valueBefore(plan, resource, name) ?? reference,
    )
    .replaceAll("$${", "${")
    .replaceAll("%%{", "%{");
  const left = text.replace(plainReference, "");
  if (/(?<!\$)\$\{(?!aws:|[a-z]+:)/.test(left))
    return { unknown: "Terraform knows its text only after apply, and it is made by a function" };
  return { text };
}

/** Returns the value of an attribute of another resource before the change, or after it if there is none before. */
function valueBefore(plan: Plan, resource: string, attribute: string): string | undefined {
  const found = plan.changes.find(({ address, deposed }) => !deposed && withoutKeys(address) === resource);
  return found === undefined ? undefined : (textAt(found.before, attribute) ?? textAt(found.after, attribute));
}
