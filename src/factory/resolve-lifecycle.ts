import { maxRecipesOfPolicy } from "../aws/limits";
import type { LifecyclePolicyDefinition } from "../definitions/schema/lifecycle";
import { required } from "../model/required";
import type { LifecyclePolicy, LifecycleRule, TimeUnit } from "./lifecycle-policy";
import type { Names } from "./names";

/** The versions of the recipe of an image or container according to the lock. */
export interface RecipeVersions {
  readonly version: string;
  /** All versions that the recipe ever had in any environment, newest first. */
  readonly allVersions: readonly string[];
}

/**
 * Resolves a lifecycle policy. By default, it applies to all known versions of its recipes, because images outlive their recipes.
 *
 * @param versions versions of the recipes of the environment, by image or container
 */
export function resolveLifecyclePolicy(
  id: string,
  definition: LifecyclePolicyDefinition,
  versions: ReadonlyMap<string, RecipeVersions>,
  names: Names,
): LifecyclePolicy {
  const { description, ownTags, enabled, images, containers, tags = {}, type } = definition;
  const isCurrent = definition.versions === "current";
  const recipes = (images ?? containers)?.map((recipe) => {
    const { version, allVersions } = required(versions.get(recipe), `"${recipe}" in the lifecycle policy "${id}"`);
    return inVersions(names.recipe(recipe), isCurrent ? [version] : allVersions);
  });
  const ofContainers = containers !== undefined || (recipes === undefined && type === "container");
  return {
    id,
    name: names.lifecyclePolicy(id),
    description,
    tags: ownTags,
    enabled,
    resourceType: ofContainers ? "CONTAINER_IMAGE" : "AMI_IMAGE",
    selection: recipes === undefined ? { tags } : { recipes: newest(recipes) },
    rules: definition.rules.map((rule) => resolveRule(rule, definition, ofContainers)),
  };
}

interface Recipe {
  readonly name: string;
  readonly version: string;
}

function inVersions(name: string, versions: readonly string[]): Recipe[] {
  return versions.map((version) => ({ name, version }));
}

/** Selects versions in turns, the newest of each recipe first, up to the maximum of a policy. */
function newest(recipes: readonly (readonly Recipe[])[]): Recipe[] {
  const longest = Math.max(0, ...recipes.map(({ length }) => length));
  const byTurns = Array.from({ length: longest }, (_, index) => recipes.flatMap((recipe) => recipe[index] ?? []));
  return byTurns.flat().slice(0, maxRecipesOfPolicy);
}

function resolveRule(
  rule: LifecyclePolicyDefinition["rules"][number],
  { exclude }: LifecyclePolicyDefinition,
  ofContainers: boolean,
): LifecycleRule {
  const { amis, tags } = rule.exclude ?? exclude;
  const age = rule.after && periodOf(rule.after);
  return {
    action: upper(rule.action),
    include: ofContainers
      ? { containers: rule.containers }
      : { amis: rule.amis, ...(rule.action === "delete" ? { snapshots: rule.snapshots } : {}) },
    filter:
      age === undefined
        ? { type: "COUNT", value: rule.keep ?? 1 }
        : { type: "AGE", ...age, retainAtLeast: rule.retainAtLeast },
    exclude: {
      tags,
      amis: amis && {
        public: amis.public,
        regions: amis.regions,
        sharedAccounts: amis.sharedAccounts,
        lastLaunched: amis.launchedWithin && periodOf(amis.launchedWithin),
        tags: amis.tags,
      },
    },
  };
}

function upper<T extends string>(text: T): Uppercase<T> {
  return text.toUpperCase() as Uppercase<T>;
}

/** Converts a period, which has exactly one unit. */
function periodOf(period: Partial<Record<Lowercase<TimeUnit>, number>>): { value: number; unit: TimeUnit } {
  for (const unit of ["days", "weeks", "months", "years"] as const) {
    const value = period[unit];
    if (value !== undefined) return { value, unit: upper(unit) };
  }
  throw new Error("a period was not checked before it was resolved");
}
