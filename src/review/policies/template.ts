import { withoutKeys } from "../plan/address";
import type { Change, Plan } from "../plan/plan";
import { at, textAt, UNKNOWN } from "../plan/value";

/** The text of a policy as it will be, as far as the plan tells. */
export type PolicyText =
  | { readonly text: string }
  /** Nobody knows before apply, and why. */
  | { readonly unknown: string };

/** `${aws_iam_role.build.arn}`; nothing that a function or an index makes. */
const plainReference = /\$\{((?:data\.)?[A-Za-z_][\w-]*\.[A-Za-z_][\w-]*)\.([a-z_]+)\}/g;

/**
 * The new text of a policy. Where a part of it is known after apply alone, such as the ARN of a resource that is replaced in the same change,
 * Terraform says nothing of the whole text. Where the code is Terraform JSON, the plan holds the template that the text is made of; with what
 * the references were before put in, the rest of it can be compared.
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

/** What an attribute of another resource was, or is where that stays as it is. New ones have none. */
function valueBefore(plan: Plan, resource: string, attribute: string): string | undefined {
  const found = plan.changes.find(({ address, deposed }) => !deposed && withoutKeys(address) === resource);
  return found === undefined ? undefined : (textAt(found.before, attribute) ?? textAt(found.after, attribute));
}
