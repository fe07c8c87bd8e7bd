import { literal, withoutNumberTokens } from "./terraform-literal";

/** A policy document of IAM, of a resource or of a key, as the JSON that the provider takes. References to resources stay references. */
export function policyDocument(statements: readonly object[]): string {
  const json = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  // Quotes of an expression of Terraform's are its own, not the JSON's.
  return withoutNumberTokens(json.replace(/\$\{\\"(.)\\"\}/g, '${"$1"}'));
}

type OneOrMore = string | readonly string[];

/** A statement of a role's policy that lets it do something. */
export function allow(sid: string, action: OneOrMore, resource: OneOrMore, condition?: object): object {
  return { Sid: sid, Effect: "Allow", Action: action, Resource: resource, Condition: condition };
}

/**
 * Text that stands for itself in a resource of a policy: neither a wildcard or variable of IAM's nor a template of Terraform's.
 *
 * Source: IAM User Guide, "IAM policy elements: Variables and tags", special characters.
 */
export function policyLiteral(text: string): string {
  return literal(text.replace(/[$*?]/g, (character) => `\${${character}}`));
}
