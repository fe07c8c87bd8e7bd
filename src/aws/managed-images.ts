import type { Architecture, Platform } from "./platform";

/** An image that AWS manages and that recipes use as their parent. */
export interface ManagedImage {
  readonly platform: Platform;
  /** Root device of the AMIs of this image. A mapping of another device would add a second, empty volume. */
  readonly rootDevice: string;
  /** The name in the ARN of the image (`image/<name>/x.x.x`), by architecture that AWS offers. */
  readonly arnNames: Readonly<Partial<Record<Architecture, string>>>;
  /** The operating system as `supportedOsVersions` of a component names it. Image Builder compares it as a prefix. */
  readonly osVersion: string;
}

function linux(
  osVersion: string,
  rootDevice: string,
  base: string,
  ...architectures: readonly Architecture[]
): ManagedImage {
  return {
    platform: "Linux",
    rootDevice,
    osVersion,
    arnNames: Object.fromEntries(
      architectures.map((architecture) => [architecture, `${base}-${architecture === "arm64" ? "arm64" : "x86"}`]),
    ),
  };
}

function windows(year: string, edition: string): ManagedImage {
  const base = `windows-server-${year}-english-${edition}-base`;
  return {
    platform: "Windows",
    rootDevice: "/dev/sda1",
    osVersion: `Microsoft Windows Server ${year}`,
    arnNames: { x86_64: `${base}-x86` },
  };
}

/** Describes a macOS image. The ARN contains the name of the release instead of its major version. */
function macos(version: string, name: string): ManagedImage {
  return {
    platform: "macOS",
    rootDevice: "/dev/sda1",
    osVersion: `macOS ${version}`,
    arnNames: { x86_64: `macos-${name}-x86`, arm64: `macos-${name}-arm64` },
  };
}

/**
 * All managed images by name in definitions.
 *
 * Source: the Image Builder console's list of managed images, `aws imagebuilder list-images --owner Amazon`, and AWS CDK's AmazonManagedImage.
 * Read 2026-11.
 */
const table = {
  "amazon-linux-2": linux("Amazon Linux 2", "/dev/xvda", "amazon-linux-2", "x86_64", "arm64"),
  "amazon-linux-2023": linux("Amazon Linux 2023", "/dev/xvda", "amazon-linux-2023", "x86_64", "arm64"),
  "ubuntu-22.04": linux("Ubuntu 22", "/dev/sda1", "ubuntu-server-22-lts", "x86_64", "arm64"),
  "ubuntu-24.04": linux("Ubuntu 24", "/dev/sda1", "ubuntu-server-24-lts", "x86_64", "arm64"),
  "rhel-9": linux("Red Hat Enterprise Linux 9", "/dev/sda1", "red-hat-enterprise-linux-9", "x86_64", "arm64"),
  "rhel-10": linux("Red Hat Enterprise Linux 10", "/dev/sda1", "red-hat-enterprise-linux-10", "x86_64", "arm64"),
  "suse-linux-15": linux("SLES 15", "/dev/sda1", "suse-linux-enterprise-server-15", "x86_64", "arm64"),
  "macos-14": macos("14", "sonoma"),
  "macos-15": macos("15", "sequoia"),
  "windows-server-2016": windows("2016", "full"),
  "windows-server-2016-core": windows("2016", "core"),
  "windows-server-2019": windows("2019", "full"),
  "windows-server-2019-core": windows("2019", "core"),
  "windows-server-2022": windows("2022", "full"),
  "windows-server-2022-core": windows("2022", "core"),
  "windows-server-2025": windows("2025", "full"),
  "windows-server-2025-core": windows("2025", "core"),
} as const satisfies Record<string, ManagedImage>;

export type ManagedImageName = keyof typeof table;

export const managedImages: Readonly<Record<ManagedImageName, ManagedImage>> = table;
export const managedImageNames = Object.keys(table) as [ManagedImageName, ...ManagedImageName[]];

const byArnName: ReadonlyMap<string, ManagedImage> = new Map(
  Object.values(managedImages).flatMap((image) => Object.values(image.arnNames).map((name) => [name, image])),
);

/** Finds a managed image by the name in its ARN. @param arnName for example `amazon-linux-2023-x86` */
export function managedImageOf(arnName: string): ManagedImage | undefined {
  return byArnName.get(arnName);
}
