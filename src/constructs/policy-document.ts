import { literal, withoutNumberTokens } from "./terraform-literal";

/** Returns a policy document as JSON text for the provider. References to Terraform resources are kept. */
export function policyDocument(statements: readonly object[]): string {
  const json = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  // Quotes in a Terraform expression must not be escaped as JSON.
  return withoutNumberTokens(json.replace(/\$\{\\"(.)\\"\}/g, '${"$1"}'));
}

type OneOrMore = string | readonly string[];

/** Returns an IAM policy statement with effect Allow. */
export function allow(sid: string, action: OneOrMore, resource: OneOrMore, condition?: object): object {
  return { Sid: sid, Effect: "Allow", Action: action, Resource: resource, Condition: condition };
}

/**
 * Escapes a text for a resource of an IAM policy, so that it contains no IAM wildcards or variables and no Terraform templates.
 *
 * Source: IAM User Guide, "IAM policy elements: Variables and tags", special characters.
 */
export function policyLiteral(text: string): string {
  return literal(text.replace(/[$*?]/g, (character) => `\${${character}}`));
}
