import { managedImages } from "../../aws/managed-images";
import type { ImageDefinitions } from "../../factory/base";
import { standsOn } from "../../model/parent";
import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";
import { exported, exporting } from "./example";

const windows = withImage({
  parent: ["os: windows-server-2022", "architecture: x86_64"],
  components: ["aws: update-windows"],
});

export const exportLicensed: ProjectRule = {
  code: "export-licensed",
  severity: "error",
  refusedBy: "build",
  summary:
    "An AMI with licensed software (Windows or an AWS Marketplace product) is exported, which VM Import/Export refuses.",
  source: "VM Import/Export User Guide, considerations for image export",
  fail: [{ ...windows, ...exported("▸") }],
  pass: [exporting([])],
  eachEnvironment({ targets }, report, { images }) {
    for (const { image, target, path } of targets) {
      const licence = target.export === undefined ? undefined : licenceOf(image, images);
      if (licence === undefined) continue;
      report({ key: [...path, "export"] }, `"${image}" contains ${licence}, which cannot be exported`, "remove export");
    }
  },
};

/** The licensed software of an image, or of an image of this project that it is based on. */
function licenceOf(name: string, images: ImageDefinitions): string | undefined {
  const seen = new Set<string>();
  for (let at: string | undefined = name; at !== undefined && !seen.has(at); at = standsOn(images.get(at)?.parent)) {
    seen.add(at);
    const parent = images.get(at)?.parent;
    if (parent?.from === "marketplace") return "a product of AWS Marketplace";
    if (parent?.from === "os" && managedImages[parent.os].platform === "Windows") return "Windows of AWS";
  }
  return undefined;
}
