import { managedImages } from "../aws/managed-images";
import { rootDeviceOfEcs } from "../aws/root-device";
import type { ContainerDefinition } from "../definitions/schema/container";
import type { ImageDefinition } from "../definitions/schema/image";

export type ImageDefinitions = ReadonlyMap<string, ImageDefinition>;
export type ContainerDefinitions = ReadonlyMap<string, ContainerDefinition>;

/** What an image inherits from the image at the bottom of its chain of parents. */
export interface Base {
  readonly platform: "Linux" | "Windows" | "macOS";
  readonly architecture?: "x86_64" | "arm64";
  readonly rootDevice?: string;
  /** As a component's supportedOsVersions would name it. */
  readonly osVersion?: string;
}

/** Follows the chain of parents within the project down to what AWS or the user says of the first. */
export function baseOf(
  definition: ImageDefinition,
  images: ImageDefinitions,
  seen: ReadonlySet<string> = new Set(),
): Base | undefined {
  const { parent } = definition;
  if (parent.from === "os") {
    const { platform, rootDevice, osVersion, arnNames } = managedImages[parent.os];
    // One that AWS does not offer is reported by itself, and must not be taken for what was meant.
    const offered = parent.architecture !== undefined && parent.architecture in arnNames;
    const architecture = offered ? parent.architecture : undefined;
    return { platform, osVersion, architecture, rootDevice: parent.rootDevice ?? rootDevice };
  }
  if (parent.from === "project") {
    const next = images.get(parent.name);
    if (next === undefined || seen.has(parent.name)) return undefined;
    const inherited = baseOf(next, images, new Set([...seen, parent.name]));
    return inherited && { ...inherited, rootDevice: parent.rootDevice ?? inherited.rootDevice };
  }
  const { platform, architecture, rootDevice } = parent;
  return platform === undefined ? undefined : { platform, architecture, rootDevice };
}

/** The same for a container; its root device is that of the instance that builds it. */
export function containerBase(
  { parent, instance }: ContainerDefinition,
  containers: ContainerDefinitions,
  seen: ReadonlySet<string> = new Set(),
): Base | undefined {
  if (parent.from === "project") {
    const next = containers.get(parent.name);
    if (next === undefined || seen.has(parent.name)) return undefined;
    const inherited = containerBase(next, containers, new Set([...seen, parent.name]));
    return inherited && { ...inherited, rootDevice: instance.rootDevice ?? rootDeviceOfEcs(inherited.platform) };
  }
  const { platform, architecture } = parent;
  return { platform, architecture, rootDevice: instance.rootDevice ?? rootDeviceOfEcs(platform) };
}
