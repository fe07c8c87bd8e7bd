import type { ComponentReference, RecipeComponent } from "../model/component-reference";
import type { ContainerContent, ImageContent } from "../model/recipe";
import type { ListedContainer, ListedImage } from "./listed";
import type { RecipeVersions } from "./resolve-lifecycle";

/** An image or container of an environment with the content of its recipe, before it has versions. */
export type ResolvedRecipe = (
  (ListedImage & { readonly content: ImageContent }) | (ListedContainer & { readonly content: ContainerContent })
) & {
  /** The components, merged if there are too many. */
  readonly references: readonly ComponentReference[];
};

/** A resolved recipe with its versions and those of its components. */
export type LockedRecipe = ResolvedRecipe & RecipeVersions & { readonly components: readonly RecipeComponent[] };
