import { withoutSpaces } from "../aws/resource-name";
import { shortDigest } from "../versions/digest";
import { replaceNumberTokens } from "./number-token";

/**
 * Converts a name to a resource name in Terraform, which contains no space and begins with a letter or underscore. The results for two names
 * are equal only if the names are equal in ARNs.
 *
 * Source: Terraform language, "Syntax", identifiers.
 */
export function terraformName(name: string): string {
  return addressable(/^[-_\d]/.test(name) ? `_${withoutSpaces(name)}` : withoutSpaces(name));
}

/** Changes `e` to `E` in number tokens of CDKTF. Results stay unique, because names that differ only in letter case are equal in ARNs. */
export function addressable(address: string): string {
  return replaceNumberTokens(address, (token) => token.replaceAll("e", "E"));
}

/** Converts the name of a topic to a resource name in Terraform. `7x` → `_7x` and `_7x` → `__7x`, so that results stay unique. */
export function topicAddress(name: string): string {
  return addressable(/^_*[-\d]/.test(name) ? `_${name}` : name);
}

/** Returns the name of a subscription in Terraform, from its protocol and endpoint, so that it does not depend on other subscriptions. */
export function subscriptionAddress(
  topic: string,
  { protocol, endpoint }: { readonly protocol: string; readonly endpoint: string },
): string {
  const digest = shortDigest(endpoint);
  return addressable(`${topicAddress(topic)}-${protocol}-${digest}`);
}
