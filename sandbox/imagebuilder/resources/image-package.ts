import { type Handler, named } from "../call";
import type { Fields } from "../fields";
import { page } from "../list";

/** Packages in the inventory of an operating system. The sandbox installs nothing. */
const packages: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  Linux: [
    ["amazon-ssm-agent", "3.3.2299.0"],
    ["bash", "5.2.15"],
    ["kernel", "6.1.141"],
    ["openssl", "3.2.2"],
    ["systemd", "252.23"],
  ],
  Windows: [
    ["Amazon SSM Agent", "3.3.2299.0"],
    ["AWS Tools for Windows", "3.15.2072"],
  ],
  macOS: [["amazon-ssm-agent", "3.3.2299.0"]],
};

/** Operations for packages of images. Packages are known once the metadata of an image has been collected. */
export const imagePackageOperations: Record<string, Handler> = {
  ListImagePackages: (call) => {
    const image = named(call, "imageBuildVersionArn");
    const list = image.osVersion === undefined ? [] : (packages[String(image.platform)] ?? []);
    return page(
      call,
      list,
      "imagePackageList",
      ([packageName, packageVersion]): Fields => ({ packageName, packageVersion }),
      [],
    );
  },
};
