import type { KmsKey } from "../../../model/recipe";

/** A create request without its client token: all dry runs use the same constant token. */
export type DryRun<T> = Omit<T, "clientToken">;

/** Returns the ARN of a key, or undefined if the deployment creates the key. */
export function existingKey(key: KmsKey | undefined): string | undefined {
  return typeof key === "string" ? key : undefined;
}

/** Returns a text as it is, because requests need no escapes. */
export function unchanged(text: string): string {
  return text;
}

const suffix = "-dry-run";

/** Maximum length of a name. Source: Image Builder API Reference, ResourceName. */
const maxName = 128;

/**
 * Returns a name that is not in use, for a resource that would be updated in place. A dry run under its own name would only say that the
 * resource exists. The name only gets a suffix, so an IAM policy that allows names by their prefix also allows this name.
 */
export function freeName(name: string): string {
  return `${name.slice(0, maxName - suffix.length)}${suffix}`;
}
