import type { Change } from "./plan/plan";

/**
 * Numbers of changes as Terraform counts them, but with replacements counted separately, by whether the new or the old resource comes
 * first.
 */
export type Counts = ReturnType<typeof countsOf>;

/** Counts changes by action. */
export function countsOf(changes: readonly Change[]) {
  const count = (test: (change: Change) => boolean): number => changes.filter(test).length;
  return {
    create: count(({ action }) => action === "create"),
    update: count(({ action }) => action === "update"),
    replaceCreateFirst: count(({ action, order }) => action === "replace" && order === "create-first"),
    replaceDeleteFirst: count(({ action, order }) => action === "replace" && order === "delete-first"),
    delete: count(({ action }) => action === "delete"),
    move: count(({ movedFrom, action }) => movedFrom !== undefined && action !== "forget"),
    import: count(({ imported }) => imported !== undefined),
    forget: count(({ action }) => action === "forget"),
  };
}
