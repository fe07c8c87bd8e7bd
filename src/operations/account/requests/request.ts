import type { KmsKey } from "../../../model/recipe";

/** A request without what the SDK adds to it; a dry run creates nothing that a client token could apply to. */
export type DryRun<T> = Omit<T, "clientToken">;

/** Absent where the deployment makes it. */
export function existingKey(key: KmsKey | undefined): string | undefined {
  return typeof key === "string" ? key : undefined;
}
