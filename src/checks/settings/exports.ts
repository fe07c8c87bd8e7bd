import { maxExportedVolume } from "../../aws/limits";
import { managedImages } from "../../aws/managed-images";
import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import { defaultKey } from "../../factory/resolve-keys";
import { standsOn } from "../../model/parent";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import type { Project } from "../../project/load-project";
import { problemAtKey } from "../problem-at";
import { readableImages } from "../../project/readable";
import { encryptedVolumes } from "./volume-keys";

const { image, environment } = exampleProject;
const exported = (marker = "") => ({
  "environments/dev.yaml": `${environment}    distribute:
      - region: us-east-1
        ${marker}export: { bucket: disk-images, format: VMDK }
`,
});
const page = "VM Import/Export User Guide, considerations for image export";

export const exportEncrypted: Rule = {
  code: "export-encrypted",
  severity: "error",
  summary: "An AMI with encrypted volumes is exported as a disk image, which VM Import/Export refuses.",
  source: page,
  fail: [{ "images/base.yaml": `${image}volumes:\n  - size: 20\n`, ...exported("▸") }],
  pass: [{ "images/base.yaml": `${image}volumes:\n  - size: 20\n    encrypted: false\n`, ...exported() }],
};

export const exportLicensed: Rule = {
  code: "export-licensed",
  severity: "error",
  summary:
    "An AMI with licensed software (Windows or an AWS Marketplace product) is exported, which VM Import/Export refuses.",
  source: page,
  fail: [
    {
      "images/base.yaml": image.replace("amazon-linux-2023", "windows-server-2022").replace("linux\n", "windows\n"),
      ...exported("▸"),
    },
  ],
  pass: [{ "images/base.yaml": image, ...exported() }],
};

export const exportSize: Rule = {
  code: "export-size",
  severity: "warning",
  summary: "An AMI with a volume larger than 1 TiB is exported as a disk image, which VM Import/Export may refuse.",
  source: page,
  fail: [{ "images/base.yaml": `${image}volumes:\n  - size: 1025\n    encrypted: false\n`, ...exported("▸") }],
  pass: [{ "images/base.yaml": `${image}volumes:\n  - size: 1024\n    encrypted: false\n`, ...exported() }],
};

export const exportRules: readonly Rule[] = [exportEncrypted, exportLicensed, exportSize];

/** Checks that what is exported can be. */
export function checkExports(
  { source }: Definition<unknown>,
  value: EnvironmentDefinition,
  project: Project,
): Problem[] {
  const images = readableImages(project);
  return Object.entries(value.images).flatMap(([name, { distribute = [] }]) =>
    distribute.flatMap((target, index) => {
      if (target.export === undefined) return [];
      const at = ["images", name, "distribute", index, "export"];
      const volume = encryptedVolumes(name, images, value)[0];
      const isCopy = target.region !== value.region;
      const keyed = isCopy && (target.kmsKey ?? defaultKey(value, target.region)) !== undefined;
      const licence = licenceOf(name, project);
      const problems: Problem[] = [];
      if (volume !== undefined || keyed) {
        const fix =
          volume?.index === undefined
            ? "build it in an environment without a key"
            : `write encrypted: false for the volumes of images/${volume.image}.yaml`;
        problems.push(problemAtKey(exportEncrypted, source, at, `"${name}" is exported, but encrypted`, fix));
      }
      if (licence !== undefined)
        problems.push(
          problemAtKey(
            exportLicensed,
            source,
            at,
            `"${name}" holds ${licence}, which cannot be exported`,
            "remove export",
          ),
        );
      const large = images.get(name)?.volumes.find(({ size = 0 }) => size > maxExportedVolume);
      if (large !== undefined) {
        const message = `"${name}" is exported, but has a volume of ${large.size ?? 0} GiB`;
        problems.push(
          problemAtKey(exportSize, source, at, message, `write ${maxExportedVolume} or less, or remove export`),
        );
      }
      return problems;
    }),
  );
}

function licenceOf(name: string, project: Project): string | undefined {
  const images = readableImages(project);
  const seen = new Set<string>();
  for (let at: string | undefined = name; at !== undefined && !seen.has(at); at = standsOn(images.get(at)?.parent)) {
    seen.add(at);
    const parent = images.get(at)?.parent;
    if (parent?.from === "marketplace") return "a product of AWS Marketplace";
    if (parent?.from === "os" && managedImages[parent.os].platform === "Windows") return "Windows of AWS";
  }
  return undefined;
}
