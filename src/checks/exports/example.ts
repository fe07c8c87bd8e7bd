import type { Example } from "../../problems/rule";
import { withBuilt, withImage } from "../example";

/** An image with a volume, of these lines, that is exported as a disk image. */
export function exporting(volume: readonly string[], marker = ""): Example {
  return {
    ...withImage({ more: volume.length === 0 ? "" : `volumes:\n  - ${volume.join("\n    ")}\n` }),
    ...exported(marker),
  };
}

/** The environment that exports it. */
export function exported(marker = "", region = "us-east-1"): Example {
  return withBuilt(
    `    distribute:\n      - region: ${region}\n        ${marker}export: { bucket: disk-images, format: VMDK }\n`,
  );
}
