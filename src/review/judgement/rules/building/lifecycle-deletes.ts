import { listOf } from "../../../../problems/suggest";
import type { Difference } from "../../../plan/differences";
import type { Change } from "../../../plan/plan";
import { at, inWords, listAt, membersAt, numberAt, textAt, type Value } from "../../../plan/value";
import { eachWay, updated } from "../../examples";
import { eachChange, type ReviewRule } from "../../review-rule";

const lifecycleType = "aws_imagebuilder_lifecycle_policy";

const deleteAfter = (days: number) => ({
  status: "ENABLED",
  policy_detail: [{ action: [{ type: "DELETE" }], filter: [{ type: "AGE", value: days, unit: "DAYS" }] }],
  resource_selection: [{ recipe: [{ name: "linux-base" }] }],
});

export const lifecycleDeletes: ReviewRule = {
  code: "lifecycle-deletes",
  summary:
    "A lifecycle policy deletes images that it did not delete before: it is new or enabled, deletes earlier, or selects more images. Deleted images cannot be restored. A policy that is created together with the recipes that it selects is not reported.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/image-lifecycle-rules.html",
  ...eachWay(updated, lifecycleType, deleteAfter(90), deleteAfter(30)),
  find: eachChange((change, { changes, channels }) =>
    change.type === lifecycleType && change.action !== "delete" && !comesWithItsRecipes(change, changes)
      ? deletions(change).map(({ message, tells }) => ({ message: `${message}${unprotected(channels)}`, tells }))
      : [],
  ),
};

/**
 * Returns a warning about the environment's channels. Image Builder does not protect builds that channels point at, because channels are
 * Systems Manager parameters.
 */
function unprotected(channels: readonly string[]): string {
  return channels.length === 0 ? "" : `; the builds that ${listOf(channels)} point at are not left out`;
}

const daysOf: Readonly<Record<string, number>> = { DAYS: 1, WEEKS: 7, MONTHS: 30, YEARS: 365 };

interface Deletion {
  readonly by: string;
  /** Number of days or images; a larger number deletes later. 0 if it is not known yet. */
  readonly limit: number;
  readonly inWords: string;
}

/** Checks whether the policy and every recipe that it selects are new. A policy that selects by tags may select images of others. */
function comesWithItsRecipes({ action, after }: Change, changes: readonly Change[]): boolean {
  const made = changes.filter(
    (each) => /^aws_imagebuilder_(image|container)_recipe$/.test(each.type) && each.action === "create",
  );
  const names = new Set(made.flatMap((each) => textAt(each.after, "name") ?? []).map((name) => `recipe ${name}`));
  const selected = [...selection(after)];
  return action === "create" && selected.length > 0 && selected.every((each) => names.has(each));
}

function deletions({ before, after, differences }: Change): { message: string; tells: readonly Difference[] }[] {
  const now = deletion(after);
  if (now === undefined) return [];
  const old = deletion(before);
  if (old === undefined) return [{ message: `it deletes images ${now.inWords}`, tells: [] }];
  if (old.by !== now.by || now.limit < old.limit) {
    const tells = differences.filter(({ path }) => path[0] === "policy_detail" && path[2] === "filter");
    return [{ message: `it deletes images ${now.inWords}, not ${old.inWords} as before`, tells }];
  }
  const selected = selection(before);
  const more = [...selection(after)].filter((each) => !selected.has(each));
  return more.length === 0 ? [] : [{ message: `it also deletes images of ${more.join(", ")}`, tells: [] }];
}

function deletion(policy: Value): Deletion | undefined {
  if (textAt(policy, "status") === "DISABLED") return undefined;
  for (const detail of listAt(policy, "policy_detail")) {
    if (!listAt(detail, "action").some((action) => textAt(action, "type") === "DELETE")) continue;
    const filter = listAt(detail, "filter")[0] ?? null;
    const by = textAt(filter, "type") === "COUNT" ? "count" : "age";
    const value = numberAt(filter, "value");
    const unit = textAt(filter, "unit");
    if (value === undefined || (by === "age" && unit === undefined))
      return { by, limit: 0, inWords: `by ${by}, with a limit that is known only after apply` };
    if (by === "count") return { by, limit: value, inWords: `beyond the newest ${value}` };
    return { by, limit: value * (daysOf[String(unit)] ?? 1), inWords: `after ${value} ${String(unit).toLowerCase()}` };
  }
  return undefined;
}

/** Returns the selected recipe names and tags. Versions are ignored: another version of the same recipe is not a wider selection. */
function selection(policy: Value): Set<string> {
  const selected = listAt(policy, "resource_selection").flatMap((each) => [
    ...listAt(each, "recipe").map((recipe) => `recipe ${plain(at(recipe, "name"))}`),
    ...membersAt(each, "tag_map").map(([key, value]) => `tag ${key}=${plain(value)}`),
  ]);
  return new Set(selected);
}

function plain(value: Value): string {
  return typeof value === "string" ? value : inWords(value);
}
