import { managedImages } from "../aws/managed-images";
import type { Architecture, Platform } from "../aws/platform";
import { rootDeviceOfEcs } from "../aws/root-device";
import type { ContainerDefinition } from "../definitions/schema/container";
import type { ImageDefinition } from "../definitions/schema/image";
import type { Parent } from "../model/parent";

export type ImageDefinitions = ReadonlyMap<string, ImageDefinition>;
export type ContainerDefinitions = ReadonlyMap<string, ContainerDefinition>;

/** Properties that an image or container inherits from the first parent of its chain, which is not an image of the project. */
export interface Base {
  readonly platform: Platform;
  readonly architecture?: Architecture;
  readonly rootDevice?: string;
  /** The operating system, in the format of `supportedOsVersions` of components. */
  readonly osVersion?: string;
}

/** Follows the parents within the project to the first one. Undefined if a parent is missing or not known, or if the chain is a loop. */
export function baseOf<T extends ImageDefinition | ContainerDefinition>(
  definition: T,
  others: ReadonlyMap<string, T>,
  seen: ReadonlySet<string> = new Set(),
): Base | undefined {
  const parent: Parent = definition.parent;
  if (parent.from === "os") {
    const { platform, rootDevice, osVersion, arnNames } = managedImages[parent.os];
    // A rule reports an architecture that AWS does not offer. Here it counts as unknown.
    const offered = parent.architecture !== undefined && parent.architecture in arnNames;
    const architecture = offered ? parent.architecture : undefined;
    return { platform, osVersion, architecture, rootDevice: parent.rootDevice ?? rootDevice };
  }
  if (parent.from === "project") {
    const next = others.get(parent.name);
    if (next === undefined || seen.has(parent.name)) return undefined;
    const inherited = baseOf(next, others, new Set([...seen, parent.name]));
    return (
      inherited && { ...inherited, rootDevice: ownRootDevice(definition, inherited.platform) ?? inherited.rootDevice }
    );
  }
  const { platform, architecture } = parent;
  return platform === undefined
    ? undefined
    : { platform, architecture, rootDevice: ownRootDevice(definition, platform) };
}

/** Returns the root device that the definition of an image sets for its parent, or that of a container for its build instance. */
function ownRootDevice(
  definition: ImageDefinition | ContainerDefinition,
  platform: Base["platform"],
): string | undefined {
  if ("instance" in definition) return definition.instance.rootDevice ?? rootDeviceOfEcs(platform);
  return definition.parent.rootDevice;
}
