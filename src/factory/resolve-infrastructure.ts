import type { BuiltContainer, BuiltImage } from "../definitions/schema/built";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { Infrastructure } from "./infrastructure";

/** Docker is one more hop away. Source: EC2 User Guide, "Instance metadata options", hop limit in a container environment. */
const HOPS = { image: 1, container: 2 } as const;

const sharedNames = { image: "image-factory", container: "image-factory-containers" } as const;
/** Names that no infrastructure configuration of a single image or container can have. */
export const sharedInfrastructures: readonly string[] = Object.values(sharedNames);

/** The infrastructure configuration of one image or container: the one that all share, or one of its own. */
export function resolveInfrastructure(
  kind: "image" | "container",
  name: string,
  { build: own }: BuiltImage | BuiltContainer,
  { build }: EnvironmentDefinition,
): Infrastructure {
  const { tokens, hopLimit } = own?.metadata ?? build.metadata;
  return {
    name: own === undefined ? sharedNames[kind] : name,
    instanceTypes: own?.instanceTypes ?? build.instanceTypes,
    placement: own?.placement ?? build.placement,
    metadata: { tokens, hopLimit: hopLimit ?? build.metadata.hopLimit ?? HOPS[kind] },
  };
}
