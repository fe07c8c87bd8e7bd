import type { ComponentReference } from "../definitions/schema/components";
import type { Place } from "../factory/arn";
import type { RecipeComponent } from "../factory/recipe-content";
import { recipeComponent } from "../factory/resolve-recipe";

/** The components of a recipe as it takes them, with their versions. */
export function recipeComponents(
  references: readonly ComponentReference[],
  place: Place,
  versionOf: (document: string) => string,
): RecipeComponent[] {
  return references.map((reference) => recipeComponent(reference, place, versionOf));
}
