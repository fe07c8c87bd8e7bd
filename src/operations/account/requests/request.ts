import type { KmsKey } from "../../../model/recipe";

/** A request without what the SDK adds to it; a dry run creates nothing that a client token could apply to. */
export type DryRun<T> = Omit<T, "clientToken">;

/** Absent where the deployment makes it. */
export function existingKey(key: KmsKey | undefined): string | undefined {
  return typeof key === "string" ? key : undefined;
}

const suffix = "-dry-run";

/** Most characters of a name. Source: Image Builder API Reference, ResourceName. */
const maxName = 128;

/**
 * A name for what would be changed in place: under its own, a dry run is refused because it exists, and says nothing of the change. A policy that
 * allows names by how they start allows this one, too.
 */
export function freeName(name: string): string {
  return `${name.slice(0, maxName - suffix.length)}${suffix}`;
}
