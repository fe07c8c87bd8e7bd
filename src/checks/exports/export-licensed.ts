import { managedImages } from "../../aws/managed-images";
import type { ImageDefinitions } from "../../factory/base";
import { lineageOf } from "../../factory/lineage";
import type { ImageParent } from "../../model/parent";
import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";
import { exported, exporting } from "./example";

const on = (os: string, ...parent: readonly string[]) =>
  withImage({ parent, components: [`aws: update-${os}`], more: "encryptRootVolume: false\n" });
const latest = "ssm: /aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base";

export const exportLicensed: ProjectRule = {
  code: "export-licensed",
  refusedBy: "build",
  summary:
    "An AMI with licensed software (Windows, macOS or an AWS Marketplace product) is exported, which VM Import/Export refuses.",
  source: "VM Import/Export User Guide, considerations for image export, and operating systems",
  fail: [
    { ...on("windows", "os: windows-server-2022", "architecture: x86_64"), ...exported("▸") },
    { ...on("windows", latest, "platform: Windows"), ...exported("▸") },
  ],
  pass: [exporting([]), { ...on("windows", "ssm: /golden/imported", "platform: Windows"), ...exported() }],
  eachTarget({ image, target, path }, report, { images }) {
    const licence = target.export === undefined ? undefined : licenceOf(image, images);
    if (licence === undefined) return;
    report({ key: [...path, "export"] }, `"${image}" contains ${licence}, which cannot be exported`, "remove export");
  },
};

/** Returns the licensed software in an image or in an image of this project that it is based on. */
function licenceOf(name: string, images: ImageDefinitions): string | undefined {
  for (const { parent } of lineageOf(name, images).values()) {
    if (parent.from === "marketplace") return "a product of AWS Marketplace";
    const platform = platformOfAws(parent);
    if (platform !== undefined && platform !== "Linux") return `${platform} of AWS`;
  }
  return undefined;
}

/** Returns the platform of an AMI that AWS publishes; undefined for other AMIs. */
function platformOfAws(parent: ImageParent): string | undefined {
  if (parent.from === "os") return managedImages[parent.os].platform;
  return parent.from === "ssm" && parent.parameter.includes("/aws/service/") ? parent.platform : undefined;
}
