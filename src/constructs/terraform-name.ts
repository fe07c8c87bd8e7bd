import { withoutSpaces } from "../aws/resource-name";

/**
 * A name as Terraform takes it for a resource: it holds no space, and starts with a letter or an underscore. No two names come out as one
 * unless they are the same in ARNs.
 *
 * Source: Terraform language, "Syntax", identifiers.
 */
export function terraformName(name: string): string {
  return /^[-_\d]/.test(name) ? `_${withoutSpaces(name)}` : withoutSpaces(name);
}
