import { managedImages } from "../../aws/managed-images";
import { smallestRoots } from "../../aws/root-device";
import { imageText } from "../../definitions/example-texts";
import { standsOn } from "../../model/parent";
import { withEnvironment } from "../example";
import type { ProjectRule } from "../project-rule";
import { withVolume } from "./example";
import { parentVolumes, withChild } from "./parent-volumes";

export const rootSize: ProjectRule = {
  code: "root-size",
  refusedBy: "build",
  summary: "A volume is smaller than the parent's snapshot that it is created from. No instance would start.",
  source: 'EC2 service message "Volume of size … is smaller than snapshot"',
  fail: [
    withChild(["size: 20"], ["size: ▸10"]),
    withChild(["size: 20"], ["size: ▸19"]),
    withChild(["size: 20", "device: /dev/xvdb"], ["size: ▸19", "device: /dev/xvdb"]),
    withVolume("size: ▸7"),
    // The nearest of several counts.
    {
      ...withChild(["size: 20"], ["size: 30"]),
      ...withEnvironment({
        images: { base: "    buildOnDeploy: true\n", web: "    buildOnDeploy: true\n", app: "" },
      }),
      "images/app.yaml": imageText({ parent: ["image: web"], more: "volumes:\n  - size: ▸25\n" }),
    },
  ],
  pass: [
    withChild(["size: 20"], ["size: 20"]),
    withChild(["size: 20", "device: /dev/xvdb"], ["size: 19", "device: /dev/xvdc"]),
    withVolume("size: 8"),
  ],
  eachRecipe({ kind, name, definition: { parent }, base, volumes }, report, context) {
    if (kind !== "image" || base === undefined) return;
    const below = parentVolumes(name, context);
    volumes.forEach(({ size, device = base.rootDevice }, index) => {
      if (device === undefined || size === undefined) return;
      const managed = parent.from === "os" && device === base.rootDevice ? parent.os : undefined;
      const least = below.get(device)?.size ?? (managed && smallestRoots[managedImages[managed].platform]);
      const whose = standsOn(parent) ?? managed;
      if (least === undefined || whose === undefined || size >= least) return;
      const message = `"size" is "${size}", but the same volume of "${whose}" has ${least} GiB`;
      report(["volumes", index, "size"], message, `write ${least} or more`);
    });
  },
};
