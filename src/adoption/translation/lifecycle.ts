import type { z } from "zod";

import { nonEmpty, nonEmptyMap, onlyDefined, withoutUndefined } from "../../collections/non-empty";
import type { lifecyclePolicy } from "../../definitions/schema/lifecycle";
import { at, booleanAt, listAt, numberAt, textAt, textsAt, type Value } from "../../review/plan/value";
import { canonicalJson } from "../../versions/canonical";
import { requiredNumber, requiredText } from "../state/required";
import type { ResourceInstance } from "../state/state";
import type { EnvironmentDraft, Note } from "./draft";
import type { AdoptedRecipe } from "./recipes";
import { free, withoutKind } from "./slug";
import { ownTags, type Tags, tagsAt } from "./tags";
import { nameOf } from "./versions-of";

type Policy = z.input<typeof lifecyclePolicy>;
type Rule = Policy["rules"][number];

export interface FoundRecipes {
  /** Names of images by the name of their recipe. */
  readonly images: ReadonlyMap<string, string>;
  readonly containers: ReadonlyMap<string, string>;
}

/** Translates a lifecycle policy, or returns the reason why that is not possible. */
export function lifecyclePolicyOf(policy: Value, recipes: FoundRecipes): Policy | { readonly reason: string } {
  const details = listAt(policy, "policy_detail");
  const exclusions = details.map((detail) => exclusionOf(at(detail, "exclusion_rules", 0)));
  const excludesAlike = new Set(exclusions.map((each) => canonicalJson(each))).size <= 1;
  const ofContainers = textAt(policy, "resource_type") === "CONTAINER_IMAGE";
  const selection = selectionOf(at(policy, "resource_selection", 0), ofContainers, recipes);
  if ("reason" in selection) return selection;
  return withoutUndefined({
    description: textAt(policy, "description"),
    enabled: textAt(policy, "status") === "DISABLED" ? false : undefined,
    ...selection,
    rules: details.map((detail, index) =>
      withoutUndefined({
        ...ruleOf(detail, ofContainers),
        exclude: excludesAlike ? undefined : nonEmptyMap(exclusions[index] ?? {}),
      }),
    ),
    exclude: excludesAlike ? nonEmptyMap(exclusions[0] ?? {}) : undefined,
  });
}

type Selection = Pick<Policy, "images" | "containers" | "tags" | "type">;

function selectionOf(
  selection: Value,
  ofContainers: boolean,
  { images, containers }: FoundRecipes,
): Selection | { readonly reason: string } {
  const selected = listAt(selection, "recipe");
  if (selected.length === 0)
    return { tags: tagsAt(selection, "tag_map"), ...(ofContainers ? { type: "container" as const } : {}) };
  const names = [...new Set(selected.map((recipe) => requiredText(recipe, "name")))];
  const versions = selected.map((recipe) => requiredText(recipe, "semantic_version"));
  if (versions.some((version) => !/^\d+\.\d+\.\d+$/.test(version)))
    return { reason: `it selects recipes by open versions (${versions.join(", ")})` };
  const known = ofContainers ? containers : images;
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0) return { reason: `it selects recipes that are not adopted (${unknown.join(", ")})` };
  const files = names.flatMap((name) => known.get(name) ?? []);
  return ofContainers ? { containers: files } : { images: files };
}

function ruleOf(detail: Value, ofContainers: boolean): Rule {
  const action = at(detail, "action", 0);
  const include = at(action, "include_resources", 0);
  const filter = at(detail, "filter", 0);
  const type = requiredText(action, "type").toLowerCase() as Rule["action"];
  const retained = numberAt(filter, "retain_at_least");
  // An action on an image applies to its AMIs, snapshots or containers only if this is true. A missing value is taken for false, so that an
  // adoption never deletes more than before. Source: Image Builder API Reference, LifecyclePolicyDetailActionIncludeResources.
  const off = (name: string): false | undefined => (booleanAt(include, name) === true ? undefined : false);
  return withoutUndefined({
    action: type,
    ...(requiredText(filter, "type") === "COUNT"
      ? { keep: requiredNumber(filter, "value") }
      : { after: ageOf(filter) }),
    retainAtLeast: retained === 0 ? undefined : retained,
    ...(ofContainers
      ? { containers: off("containers") }
      : { amis: off("amis"), snapshots: type === "delete" ? off("snapshots") : undefined }),
  });
}

/** Translates an age, such as `{ days: 30 }`. */
function ageOf(age: Value): Readonly<Record<string, number>> {
  return { [requiredText(age, "unit").toLowerCase()]: requiredNumber(age, "value") };
}

function exclusionOf(rules: Value): NonNullable<Policy["exclude"]> {
  const amis = at(rules, "amis", 0);
  const [launched] = listAt(amis, "last_launched");
  return withoutUndefined({
    tags: nonEmptyMap(tagsAt(rules, "tag_map")),
    amis: onlyDefined({
      public: booleanAt(amis, "is_public") === true ? true : undefined,
      regions: nonEmpty([...textsAt(amis, "regions")]),
      sharedAccounts: nonEmpty([...textsAt(amis, "shared_accounts")]),
      launchedWithin: launched === undefined ? undefined : ageOf(launched),
      tags: nonEmptyMap(tagsAt(amis, "tag_map")),
    }),
  });
}

/** Returns `lifecycle` of an environment, and the address of each policy by its name. Adds a note for each policy that cannot be translated. */
export function lifecycleSection(
  policies: readonly ResourceInstance[],
  recipes: readonly AdoptedRecipe[],
  tags: Tags,
  notes: Note[],
) {
  const byRecipe = (kind: AdoptedRecipe["kind"]): ReadonlyMap<string, string> =>
    new Map(recipes.filter((each) => each.kind === kind).map(({ recipe, name }) => [nameOf(recipe), name]));
  const found = { images: byRecipe("image"), containers: byRecipe("container") };
  const taken = new Set<string>();
  const drafts: NonNullable<EnvironmentDraft["lifecycle"]> = {};
  const origins = new Map<string, string>();
  for (const policy of policies) {
    const draft = lifecyclePolicyOf(policy.attributes, found);
    if ("reason" in draft) {
      notes.push({ about: policy.address, says: draft.reason });
      continue;
    }
    const name = free(withoutKind(nameOf(policy), "policy", "lifecycle"), taken);
    drafts[name] = {
      ...(name === nameOf(policy) ? {} : { name: nameOf(policy) }),
      ...draft,
      ownTags: nonEmptyMap(ownTags(policy, tags)),
    };
    origins.set(name, policy.address);
  }
  return { drafts, origins };
}
