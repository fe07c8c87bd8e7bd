import { withoutSpaces } from "../aws/resource-name";
import { shortDigest } from "../versions/digest";
import { replaceNumberTokens } from "./number-token";

/**
 * A name as Terraform takes it for a resource: it holds no space, and starts with a letter or an underscore. No two names come out as one
 * unless they are the same in ARNs.
 *
 * Source: Terraform language, "Syntax", identifiers.
 */
export function terraformName(name: string): string {
  return addressable(/^[-_\d]/.test(name) ? `_${withoutSpaces(name)}` : withoutSpaces(name));
}

/** The letter case of a name counts in Terraform, and not in ARNs, so that this makes no two names one. CDKTF's numbers have a small `e`. */
export function addressable(address: string): string {
  return replaceNumberTokens(address, (token) => token.replaceAll("e", "E"));
}

/** The same for a topic. `7x` is `_7x`, and `_7x` one underscore further, so that no two names come out as one. */
export function topicAddress(name: string): string {
  return addressable(/^_*[-\d]/.test(name) ? `_${name}` : name);
}

/** By protocol and digest of the endpoint: another order, or one more subscription, changes none of the others. */
export function subscriptionAddress(
  topic: string,
  { protocol, endpoint }: { readonly protocol: string; readonly endpoint: string },
): string {
  const digest = shortDigest(endpoint);
  return addressable(`${topicAddress(topic)}-${protocol}-${digest}`);
}
