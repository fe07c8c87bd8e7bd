import { managedImages } from "../aws/managed-images";
import { rootDeviceOfEcs } from "../aws/root-device";
import type { ContainerDefinition } from "../definitions/schema/container";
import type { ImageDefinition } from "../definitions/schema/image";
import type { Parent } from "../model/parent";

export type ImageDefinitions = ReadonlyMap<string, ImageDefinition>;
export type ContainerDefinitions = ReadonlyMap<string, ContainerDefinition>;

/** What an image or container inherits from the one at the bottom of its chain of parents. */
export interface Base {
  readonly platform: "Linux" | "Windows" | "macOS";
  readonly architecture?: "x86_64" | "arm64";
  readonly rootDevice?: string;
  /** As a component's supportedOsVersions would name it. */
  readonly osVersion?: string;
}

/** Follows the chain of parents within the project down to what AWS or the user says of the first. */
export function baseOf<T extends ImageDefinition | ContainerDefinition>(
  definition: T,
  others: ReadonlyMap<string, T>,
  seen: ReadonlySet<string> = new Set(),
): Base | undefined {
  const parent: Parent = definition.parent;
  if (parent.from === "os") {
    const { platform, rootDevice, osVersion, arnNames } = managedImages[parent.os];
    // One that AWS does not offer is reported by itself, and must not be taken for what was meant.
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

/** The root device that an image gives for its parent, or a container for the instance that builds it. */
function ownRootDevice(
  definition: ImageDefinition | ContainerDefinition,
  platform: Base["platform"],
): string | undefined {
  if ("instance" in definition) return definition.instance.rootDevice ?? rootDeviceOfEcs(platform);
  return definition.parent.rootDevice;
}
