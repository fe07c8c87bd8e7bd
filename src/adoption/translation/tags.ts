import { at, isObject, listAt, membersAt, type Value } from "../../review/plan/value";
import { blockOf, type TerraformCode } from "../code/terraform-code";
import type { ResourceInstance } from "../state/state";

export type Tags = Readonly<Record<string, string>>;

/** Reads a map of texts. As in Terraform, numbers and booleans become texts, and null stands for no value. */
export function tagsAt(value: Value, name: string): Tags {
  return Object.fromEntries(
    membersAt(value, name).flatMap(([key, each]) => (typeof each === "object" ? [] : [[key, String(each)] as const])),
  );
}

/**
 * Returns the tags that all resources have: those in `tags_all` of all resources, and the default tags of the old code. Ignores S3 objects that
 * override the provider, and resources with another provider configuration.
 */
export function commonTags(resources: readonly ResourceInstance[], { provider }: TerraformCode): Tags {
  const all = resources.filter(
    ({ attributes }) => isObject(at(attributes, "tags_all")) && listAt(attributes, "override_provider").length === 0,
  );
  const usual = all.filter(({ configuredBy }) => configuredBy === undefined);
  const tagged = usual.length > 0 ? usual : all;
  const [first, ...others] = tagged.map(({ attributes }) => tagsAt(attributes, "tags_all"));
  const added = Object.entries(first ?? {}).filter(
    ([key, value]) => tagged.length > 1 && others.every((tags) => tags[key] === value),
  );
  return { ...tagsAt(blockOf(provider, "default_tags"), "tags"), ...Object.fromEntries(added) };
}

export function ownTags({ attributes }: ResourceInstance, common: Tags): Tags {
  return Object.fromEntries(Object.entries(tagsAt(attributes, "tags")).filter(([key, value]) => common[key] !== value));
}
