import type { Change } from "./plan/plan";

/** As Terraform counts, with replacements apart. */
export interface Counts {
  readonly create: number;
  readonly update: number;
  /** How many of the replacements create the new resource first. */
  readonly replaceCreateFirst: number;
  readonly replaceDeleteFirst: number;
  readonly delete: number;
  readonly move: number;
  readonly import: number;
  readonly forget: number;
}

export function countsOf(changes: readonly Change[]): Counts {
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
