import type { ComponentReference, RecipeComponent } from "../model/component-reference";
import type { ContainerContent, ImageContent } from "../model/recipe";
import type { ListedContainer, ListedImage } from "./listed";
import type { RecipeVersions } from "./resolve-lifecycle";

/** What an environment lists, and what its recipe holds there: all of it but versions, which follow from it. */
export type ResolvedRecipe = (
  (ListedImage & { readonly content: ImageContent }) | (ListedContainer & { readonly content: ContainerContent })
) & {
  /** Merged where they are too many. */
  readonly references: readonly ComponentReference[];
};

/** The same with what the lock says. */
export type LockedRecipe = ResolvedRecipe & RecipeVersions & { readonly components: readonly RecipeComponent[] };
