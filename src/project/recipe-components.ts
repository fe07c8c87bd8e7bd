import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { RecipeComponent } from "../factory/recipe-content";
import { placeOf } from "../factory/resolve-factory";
import { recipeComponent } from "../factory/resolve-recipe";
import type { EffectiveComponents } from "./effective-components";

/** The components of a recipe, by its name, as it takes them in an environment, with their versions. */
export function recipeComponents(
  recipe: string,
  environment: EnvironmentDefinition,
  { references }: EffectiveComponents,
  versionOf: (document: string) => string,
): RecipeComponent[] {
  const place = placeOf(environment);
  return (references.get(recipe) ?? []).map((reference) => recipeComponent(reference, place, versionOf));
}
