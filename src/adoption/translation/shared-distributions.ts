import type { z } from "zod";

import { nonEmptyMap, withoutUndefined } from "../../collections/non-empty";
import type { sharedDistribution } from "../../definitions/schema/distribution";
import { textAt } from "../../review/plan/value";
import type { ResourceInstance } from "../state/state";
import { type BuiltContext, unless } from "./built-context";
import { targetsOf } from "./distribution";
import { type AdoptedRecipe, runsOfRecipe } from "./recipes";
import { free, withoutKind } from "./slug";
import type { Tags } from "./tags";
import { ownTags } from "./tags";
import { nameOf } from "./versions-of";

/** Translates a distribution configuration for AMIs. @param known tags that AMIs get from other settings and that are thus not repeated */
export function targets(distribution: ResourceInstance, known: Tags, { place, createdKeys }: BuiltContext) {
  return targetsOf(distribution.attributes, known, place.account).map((target) =>
    withoutUndefined({
      ...target,
      kmsKey: target.kmsKey !== undefined && createdKeys.has(target.kmsKey) ? undefined : target.kmsKey,
    }),
  );
}

/**
 * Returns the distribution configurations that several images share, with their names in the project. These names differ from all names of
 * images and containers.
 */
export function sharedDistributionsOf(recipes: readonly AdoptedRecipe[]): ReadonlyMap<ResourceInstance, string> {
  const owners = new Map<ResourceInstance, Set<string>>();
  for (const recipe of recipes.filter(({ kind }) => kind === "image"))
    for (const { distribution } of runsOfRecipe(recipe))
      if (distribution !== undefined)
        owners.set(distribution, (owners.get(distribution) ?? new Set<string>()).add(recipe.name));
  const taken = new Set(["none", ...recipes.map(({ name }) => name)]);
  return new Map(
    [...owners]
      .filter(([, { size }]) => size > 1)
      .map(([distribution]) => [distribution, free(withoutKind(nameOf(distribution), "distribution"), taken)]),
  );
}

export function sharedDistributionDrafts(
  context: BuiltContext,
): Record<string, z.input<typeof sharedDistribution>> | undefined {
  return nonEmptyMap(
    Object.fromEntries(
      [...context.distributions].map(([distribution, name]) => [
        name,
        withoutUndefined({
          name: unless(name, nameOf(distribution)),
          description: textAt(distribution.attributes, "description"),
          tags: nonEmptyMap(ownTags(distribution, context.tags)),
          distribute: targets(distribution, context.tags, context),
        }),
      ]),
    ),
  );
}
