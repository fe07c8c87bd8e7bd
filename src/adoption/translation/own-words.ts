import type { z } from "zod";

import { onlyDefined, withoutUndefined } from "../../collections/non-empty";
import type { descriptions, ownTags as ownTagsSchema } from "../../definitions/schema/built-resources";
import { listAt, textAt, type Value } from "../../review/plan/value";
import type { ResourceInstance } from "../state/state";
import { equal } from "./infrastructure";
import { ownTags, type Tags, tagsAt } from "./tags";

/** Description and own tags of a resource, without the tags that all resources have. */
export interface Words {
  readonly description?: string;
  readonly tags: Tags;
}

/** Reads the description and own tags of an instance. @param common tags that all resources have */
export function wordsOf(instance: ResourceInstance | undefined, common: Tags): Words {
  if (instance === undefined) return { tags: {} };
  return { description: textAt(instance.attributes, "description"), tags: ownTags(instance, common) };
}

/**
 * Returns the tags for the image file, which apply to recipe, pipeline and AMIs: the tags of the recipe if all AMIs have them, otherwise none.
 *
 * @param distribution attributes of the distribution configuration, or null
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

/** Description and tags of the resources that belong to a single image or further pipeline. */
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
 * Returns the descriptions and tags that differ from the defaults.
 *
 * @param defaults defaults of the pipeline and of infrastructure configurations. Distribution configurations have none.
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
