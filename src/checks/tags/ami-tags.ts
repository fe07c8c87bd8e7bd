import type { YamlPath } from "../../problems/yaml-source";
import type { Environment } from "../context/environments";
import type { Recipe } from "../context/recipes";

/** A tag that is set on AMIs, with its path. */
export interface AmiTag {
  readonly path: YamlPath;
  readonly key: string;
  readonly value: string;
}

/**
 * Returns the tags in an image or environment that are set on AMIs. This includes the tags of the environment for all resources, which are
 * not set on build instances. Tags of a container are set only on its recipe and pipeline, so they are not included.
 */
export function amiTagsIn(owner: Recipe | Environment): AmiTag[] {
  if ("kind" in owner) return owner.kind === "image" ? tagsAt(["tags"], owner.definition.tags) : [];
  return [
    ...tagsAt(["tags"], owner.value.tags),
    ...owner.targets.flatMap(({ target, path }) => tagsAt([...path, "tags"], target.tags)),
  ];
}

function tagsAt(path: YamlPath, tags: Readonly<Record<string, string>>): AmiTag[] {
  return Object.entries(tags).map(([key, value]) => ({ path: [...path, key], key, value }));
}
