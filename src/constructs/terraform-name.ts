/**
 * A name as Terraform takes it for a resource: names in AWS may start with a digit, those in Terraform may not. Names of this project do not
 * start with an underscore, so no two become one.
 *
 * Source: Terraform language, "Syntax", identifiers.
 */
export function terraformName(name: string): string {
  return /^\d/.test(name) ? `_${name}` : name;
}
