import type { Finding } from "./judgement/review-rule";
import type { Change } from "./plan/plan";
import { listAt, textAt, type Value } from "./plan/value";

/**
 * Checks whether a change only follows from a new version: the S3 object of a document, or the versions that a lifecycle policy selects.
 */
export function isConsequence({ type, action, after, before, differences }: Change): boolean {
  if (type === "aws_imagebuilder_lifecycle_policy") {
    const selected = recipesOf(before);
    const isSelection = differences.every(({ path }) => path[0] === "resource_selection" && path[2] === "recipe");
    return action === "update" && isSelection && recipesOf(after).every((name) => selected.includes(name));
  }
  const key = textAt(after, "key") ?? textAt(before, "key");
  const isOfDigest = key !== undefined && /[0-9a-f]{64}(\.[a-z]+)?$/.test(key);
  return type === "aws_s3_object" && action === "replace" && isOfDigest;
}

function recipesOf(lifecyclePolicy: Value): string[] {
  return listAt(lifecyclePolicy, "resource_selection").flatMap((selection) =>
    listAt(selection, "recipe").map((recipe) => textAt(recipe, "name") ?? "(known after apply)"),
  );
}

/** Checks whether findings report a change completely: its deletion, or each of its differences. */
export function isFound({ action, differences }: Change, found: readonly Finding[]): boolean {
  if (action === "delete" || action === "forget") return found.length > 0;
  const reported = new Set(found.flatMap(({ tells = [] }) => tells));
  return action === "update" && found.length > 0 && differences.every((difference) => reported.has(difference));
}
