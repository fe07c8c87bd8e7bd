import { maxRecipesOfPolicy } from "../aws/limits";
import type { LifecyclePolicyDefinition } from "../definitions/schema/lifecycle";
import type { Names } from "./names";
import type { LifecyclePolicy, LifecycleRule, TimeUnit } from "./lifecycle-policy";

/** What the lock says of recipes. */
export interface RecipeVersions {
  readonly imageRecipe: (image: string) => string;
  readonly containerRecipe: (container: string) => string;
  /** Every version that it ever had, the newest first. */
  readonly allOfImageRecipe: (image: string) => readonly string[];
  readonly allOfContainerRecipe: (container: string) => readonly string[];
}

/** A lifecycle policy; of recipes, over all versions that are known unless it says otherwise, for their images outlast them. */
export function resolveLifecyclePolicy(
  id: string,
  definition: LifecyclePolicyDefinition,
  lock: RecipeVersions,
  names: Names,
): LifecyclePolicy {
  const { description, ownTags, enabled, images, containers, tags = {}, type } = definition;
  const isCurrent = definition.versions === "current";
  const recipes =
    images === undefined
      ? containers?.map((recipe) =>
          inVersions(
            names.recipe(recipe),
            isCurrent ? [lock.containerRecipe(recipe)] : lock.allOfContainerRecipe(recipe),
          ),
        )
      : images.map((recipe) =>
          inVersions(names.recipe(recipe), isCurrent ? [lock.imageRecipe(recipe)] : lock.allOfImageRecipe(recipe)),
        );
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

/** The newest of each recipe by turns, until there is no room. */
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
  const { amis, tags } = exclude;
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

/** The one unit that is given. */
function periodOf(period: Partial<Record<Lowercase<TimeUnit>, number>>): { value: number; unit: TimeUnit } {
  for (const unit of ["days", "weeks", "months", "years"] as const) {
    const value = period[unit];
    if (value !== undefined) return { value, unit: upper(unit) };
  }
  throw new Error("a period was not checked before it was resolved");
}
