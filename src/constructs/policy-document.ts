/** A policy document of IAM, of a resource or of a key, as the JSON that the provider takes. References to resources stay references. */
export function policyDocument(statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
