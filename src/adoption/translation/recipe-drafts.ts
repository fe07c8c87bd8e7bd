import type { z } from "zod";

import type { builtContainer, builtImage } from "../../definitions/schema/built";
import { requiredText } from "../state/required";
import { builtContainerOf, builtImageOf } from "./built";
import type { BuiltContext } from "./built-context";
import { containerOf } from "./containers";
import type { Documents } from "./documents";
import type { ContainerDraft, ImageDraft } from "./draft";
import { type ImageContext, imageOf, recipeKey } from "./images";
import { fileTagsOf, wordsOf } from "./own-words";
import { type AdoptedRecipe, ownRunOf } from "./recipes";
import { repositoryOf } from "./settings";
import type { Surroundings } from "./surroundings";

/** Translates recipes and their pipelines: definitions by the names of images and containers, and Dockerfiles by path in the project. */
export function recipeDrafts(
  recipes: readonly AdoptedRecipe[],
  documents: { readonly components: Documents; readonly workflows: Documents },
  surroundings: Surroundings,
  context: BuiltContext,
) {
  const images = new Map<string, ImageDraft>();
  const containers = new Map<string, ContainerDraft>();
  const dockerfiles = new Map<string, string>();
  const builtImages: Record<string, z.input<typeof builtImage>> = {};
  const builtContainers: Record<string, z.input<typeof builtContainer>> = {};
  const { place, createdKeys } = context;
  const contextOf = (kind: AdoptedRecipe["kind"]): ImageContext => {
    const same = recipes.filter((each) => each.kind === kind);
    return {
      place,
      ...documents,
      byRecipe: new Map(same.map(({ recipe, name }) => [recipeKey(recipe), name])),
      createdKeys,
    };
  };
  const contexts = { image: contextOf("image"), container: contextOf("container") };
  for (const each of recipes) {
    const { kind, name, recipe } = each;
    const run = ownRunOf(each);
    const words = wordsOf(recipe, context.tags);
    if (kind === "image") {
      const fileTags = fileTagsOf(words, run?.distribution?.attributes ?? null);
      images.set(name, imageOf(recipe, run?.instance, fileTags, contexts.image));
      builtImages[name] = builtImageOf(each, fileTags, context);
    } else {
      const found = containerOf({ name, recipe, run: run?.instance, tags: words.tags }, contexts.container);
      containers.set(name, found.definition);
      if (found.dockerfile !== undefined) dockerfiles.set(...found.dockerfile);
      const repository = requiredText(recipe.attributes, "target_repository", 0, "repository_name");
      builtContainers[name] = builtContainerOf(each, words.tags, repositoryOf(repository, surroundings), context);
    }
  }
  return { images, containers, dockerfiles, builtImages, builtContainers };
}
