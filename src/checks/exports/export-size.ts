import { maxExportedVolume } from "../../aws/limits";
import type { ProjectRule } from "../project-rule";
import { exporting } from "./example";

export const exportSize: ProjectRule = {
  code: "export-size",
  severity: "warning",
  summary: "An AMI with a volume larger than 1 TiB is exported as a disk image, which VM Import/Export may refuse.",
  source: "VM Import/Export User Guide, considerations for image export",
  fail: [exporting(["size: 1025", "encrypted: false"], "▸")],
  pass: [exporting(["size: 1024", "encrypted: false"])],
  eachTarget({ image, target, path }, report, { recipeOf }) {
    const large = recipeOf("image", image)?.volumes.find(({ size = 0 }) => size > maxExportedVolume);
    if (target.export === undefined || large === undefined) return;
    const message = `"${image}" is exported, but has a volume of ${large.size ?? 0} GiB`;
    report({ key: [...path, "export"] }, message, `write ${maxExportedVolume} or less, or remove export`);
  },
};
