import { createHash } from "node:crypto";

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

/** The same for a topic. `7x` is `_7x`, and `_7x` one underscore further, so that no two names come out as one. */
export function topicAddress(name: string): string {
  return /^_*[-\d]/.test(name) ? `_${name}` : name;
}

/** By protocol and digest of the endpoint: another order, or one more subscription, changes none of the others. */
export function subscriptionAddress(
  topic: string,
  { protocol, endpoint }: { readonly protocol: string; readonly endpoint: string },
): string {
  const digest = createHash("sha256").update(endpoint).digest("hex").slice(0, 8);
  return `${topicAddress(topic)}-${protocol}-${digest}`;
}
