import type { YamlPath } from "../../problems/yaml-source";
import type { Environment } from "../context/environments";
import type { Recipe } from "../context/recipes";

/** A tag that reaches AMIs, and where it is written. */
export interface AmiTag {
  readonly path: YamlPath;
  readonly key: string;
  readonly value: string;
}

/**
 * The tags that an image or an environment writes for AMIs; those of everything among them, which reach AMIs, and not the instances that
 * build them. Those of a container reach nothing but its recipe and pipeline.
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
