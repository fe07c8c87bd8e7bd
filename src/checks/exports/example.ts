import type { Example } from "../../problems/rule";
import { withBuilt, withImage } from "../example";

/** Returns a project that exports its image as a disk image. These lines define the image's volume, if any. */
export function exporting(volume: readonly string[], marker = ""): Example {
  return {
    ...withImage({ more: volume.length === 0 ? "" : `volumes:\n  - ${volume.join("\n    ")}\n` }),
    ...exported(marker),
  };
}

/** Returns an environment that exports its image as a disk image. */
export function exported(marker = "", region = "us-east-1"): Example {
  return withBuilt(
    `    distribute:\n      - region: ${region}\n        ${marker}export: { bucket: disk-images, format: VMDK }\n`,
  );
}
