import type { TerraformCode } from "../code/terraform-code";
import { blockOf } from "../code/terraform-code";
import { isObject, at } from "../../review/plan/value";
import type { ResourceInstance } from "../state/state";
import { tagsAt } from "./distribution";

/**
 * Tags that everything has: what the provider adds (`tags_all` without `tags`), where all resources agree, and what the old code names as default
 * tags.
 */
export function commonTags(
  resources: readonly ResourceInstance[],
  { provider }: TerraformCode,
): Record<string, string> {
  const tagged = resources.filter(({ attributes }) => isObject(at(attributes, "tags_all")));
  const [first, ...others] = tagged.map(({ attributes }) => tagsAt(attributes, "tags_all"));
  const added = Object.entries(first ?? {}).filter(
    ([key, value]) => tagged.length > 1 && others.every((tags) => tags[key] === value),
  );
  return { ...tagsAt(blockOf(provider, "default_tags"), "tags"), ...Object.fromEntries(added) };
}

/** The tags of a resource that are its own. */
export function ownTags(
  { attributes }: ResourceInstance,
  common: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(tagsAt(attributes, "tags")).filter(([key, value]) => common[key] !== value));
}
