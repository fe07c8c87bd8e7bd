import type { Build } from "../definitions/schema/build";
import type { BuiltContainer, BuiltImage } from "../definitions/schema/built";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { Infrastructure } from "./infrastructure";
import { type Names, sharedInfrastructures } from "./names";

/** Docker is one more hop away. Source: EC2 User Guide, "Instance metadata options", hop limit in a container environment. */
const HOPS = { image: 1, container: 2 } as const;

/** The infrastructure configuration of one image or container: the one that all share, or one of its own. */
export function resolveInfrastructure(
  kind: "image" | "container",
  name: string,
  { build: own, descriptions, tags }: BuiltImage | BuiltContainer,
  { build }: EnvironmentDefinition,
  names: Names,
): Infrastructure {
  return {
    id: own === undefined ? sharedInfrastructures[kind] : name,
    name: names.infrastructure(kind, name),
    description: (own && descriptions.infrastructure) ?? build.description,
    tags: (own && tags.infrastructure) ?? build.configurationTags,
    instanceTypes: own?.instanceTypes ?? build.instanceTypes,
    placement: own?.placement ?? build.placement,
    metadata: metadataOf(kind, own?.metadata ?? build.metadata, build.metadata),
  };
}

function metadataOf(
  kind: "image" | "container",
  metadata: Build["metadata"],
  ofAll: Build["metadata"],
): Infrastructure["metadata"] {
  if (metadata === "as-ami") return undefined;
  const hopLimit = metadata.hopLimit ?? (ofAll === "as-ami" ? undefined : ofAll.hopLimit);
  return { tokens: metadata.tokens, hopLimit: hopLimit ?? HOPS[kind] };
}
