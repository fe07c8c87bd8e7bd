import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { Tags } from "../../factory/tags";
import type { YamlPath } from "../../problems/yaml-source";
import { rolesOf } from "../given-resources";

/** Tags of one resource, added to the tags of the environment. */
export interface OwnTags {
  readonly path: YamlPath;
  readonly tags: Tags;
}

/** Returns the additional tags of created roles. */
export function ownRoleTags(value: EnvironmentDefinition): OwnTags[] {
  return rolesOf(value)
    .filter(({ settings }) => settings.create === true)
    .map(({ path, settings }) => ({ path: [...path, "roleTags"], tags: settings.roleTags }));
}

/** Returns the additional tags of single resources in an environment, except AMIs and build instances. */
export function ownTagsIn(value: EnvironmentDefinition): OwnTags[] {
  const { build, network, lifecycle, images, containers } = value;
  return [
    ...ownRoleTags(value),
    { path: ["build", "configurationTags"], tags: build.configurationTags },
    { path: ["network", "securityGroup", "tags"], tags: network?.securityGroup?.tags ?? {} },
    ...Object.entries(lifecycle).map(([name, { ownTags }]) => ({
      path: ["lifecycle", name, "ownTags"],
      tags: ownTags,
    })),
    ...(["components", "workflows"] as const).flatMap((key) =>
      Object.entries(value[key]).map(([name, { tags }]) => ({ path: [key, name, "tags"], tags })),
    ),
    ...Object.entries(images).flatMap(([name, { tags }]) => byResource(["images", name, "tags"], tags)),
    ...Object.entries(containers).flatMap(([name, { tags }]) => byResource(["containers", name, "tags"], tags)),
  ];
}

function byResource(path: YamlPath, tags: Readonly<Record<string, Tags | undefined>>): OwnTags[] {
  return Object.entries(tags).map(([resource, own = {}]) => ({ path: [...path, resource], tags: own }));
}
