import type { z } from "zod";

import { onlyDefined, withoutUndefined } from "../../collections/non-empty";
import type { descriptions, ownTags as ownTagsSchema } from "../../definitions/schema/built-resources";
import { listAt, textAt, type Value } from "../../review/plan/value";
import type { ResourceInstance } from "../state/state";
import { tagsAt } from "./distribution";
import { equal } from "./infrastructure";
import { ownTags } from "./tags";

type Tags = Readonly<Record<string, string>>;

/** What something is described as, and its tags beside those that everything has. */
export interface Words {
  readonly description?: string;
  readonly tags: Tags;
}

/** @param common tags that everything has */
export function wordsOf(instance: ResourceInstance | undefined, common: Tags): Words {
  if (instance === undefined) return { tags: {} };
  return { description: textAt(instance.attributes, "description"), tags: ownTags(instance, common) };
}

/**
 * The tags of an image's file, which its recipe, pipeline and AMIs have alike: those of the recipe, where its AMIs have them.
 *
 * @param distribution of the image, if it has one
 */
export function fileTagsOf(recipe: Words, distribution: Value): Tags {
  const amiTags = listAt(distribution, "distribution").map((target) =>
    listAt(target, "ami_distribution_configuration").flatMap((ami) => Object.entries(tagsAt(ami, "ami_tags"))),
  );
  const haveAll = amiTags.every((entries) => {
    const tags = Object.fromEntries(entries);
    return Object.entries(recipe.tags).every(([key, value]) => tags[key] === value);
  });
  return haveAll ? recipe.tags : {};
}

/** The words of what an image or a further pipeline has for itself. */
export interface OwnResources {
  readonly pipeline?: Words;
  readonly distribution?: Words;
  readonly infrastructure?: Words;
}

interface OwnWords {
  readonly descriptions?: z.input<typeof descriptions>;
  readonly tags?: z.input<typeof ownTagsSchema>;
}

/**
 * What is said of these beside what they would be called anyway.
 *
 * @param defaults of the pipeline, and of all infrastructure configurations
 */
export function ownWordsOf(
  { pipeline, distribution, infrastructure }: OwnResources,
  defaults: { readonly pipeline: Words; readonly infrastructure: Words },
): OwnWords {
  const nothing: Words = { tags: {} };
  const differing = [
    ["pipeline", pipeline, defaults.pipeline],
    ["distribution", distribution, nothing],
    ["infrastructure", infrastructure, defaults.infrastructure],
  ] as const;
  return withoutUndefined({
    descriptions: onlyDefined(
      Object.fromEntries(
        differing.map(([key, words, usual]) => [
          key,
          words?.description === usual.description ? undefined : words?.description,
        ]),
      ),
    ),
    tags: onlyDefined(
      Object.fromEntries(
        differing.map(([key, words, usual]) => [
          key,
          words === undefined || equal(words.tags, usual.tags) ? undefined : words.tags,
        ]),
      ),
    ),
  });
}
