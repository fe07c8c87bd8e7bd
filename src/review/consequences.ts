import type { Finding } from "./judgement/review-rule";
import type { Change } from "./plan/plan";
import { inWords, isJson, listAt, textAt, type Value } from "./plan/value";

/** What only follows from a new version: the S3 object of its text, the versions that a lifecycle policy selects. */
export function isConsequence({ type, action, after, before, differences }: Change): boolean {
  if (type === "aws_imagebuilder_lifecycle_policy") {
    const selected = recipesOf(before);
    const isSelection = differences.every(({ path }) => path[0] === "resource_selection" && path[2] === "recipe");
    return action === "update" && isSelection && recipesOf(after).every((name) => selected.includes(name));
  }
  const key = textAt(after, "key") ?? textAt(before, "key") ?? "";
  return type === "aws_s3_object" && action === "replace" && /[0-9a-f]{64}(\.[a-z]+)?$/.test(key);
}

function recipesOf(lifecyclePolicy: Value): string[] {
  return listAt(lifecyclePolicy, "resource_selection").flatMap((selection) =>
    listAt(selection, "recipe").flatMap((recipe) => textAt(recipe, "name") ?? []),
  );
}

/** Whether what was found of it says all that happens to it: that it goes, how its policy changes, or from what to what. */
export function isFound({ address, action, differences }: Change, findings: readonly Finding[]): boolean {
  const messages = findings.filter((finding) => finding.address === address).map(({ message }) => message);
  if (messages.length === 0) return false;
  if (action === "delete" || action === "forget") return true;
  const isSaid = ({ before, after }: Change["differences"][number]): boolean =>
    isJson(before) ||
    isJson(after) ||
    messages.some((message) => message.includes(inWords(before, 60)) && message.includes(inWords(after, 60)));
  return action === "update" && differences.every(isSaid);
}
