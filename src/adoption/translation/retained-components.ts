import { booleanAt, listAt, textAt } from "../../review/plan/value";
import type { ResourceInstance } from "../state/state";
import type { AdoptedRecipe } from "./recipes";

/**
 * Whether older versions of components have to stay: the old code keeps them, or a recipe that is not taken over holds one, and AWS deletes no
 * component that a recipe holds.
 */
export function retainsComponents(
  open: readonly ResourceInstance[],
  all: readonly ResourceInstance[],
  recipes: readonly AdoptedRecipe[],
): boolean {
  const components = open.filter(({ type }) => type === "aws_imagebuilder_component");
  const taken = new Set(recipes.map(({ recipe }) => recipe));
  const held = new Set(
    all
      .filter((each) => /^aws_imagebuilder_(image|container)_recipe$/.test(each.type) && !taken.has(each))
      .flatMap(({ attributes }) => listAt(attributes, "component").map((use) => textAt(use, "component_arn"))),
  );
  return components.some(
    ({ attributes }) => booleanAt(attributes, "skip_destroy") === true || held.has(textAt(attributes, "arn")),
  );
}
