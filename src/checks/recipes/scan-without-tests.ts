import { environmentText, imageText } from "../../definitions/example-texts";
import type { ProjectRule } from "../project-rule";

const scanned = (tests: string, marker = "") => ({
  "images/base.yaml": imageText({ more: `tests: { enabled: ${tests} }\n` }),
  "environments/dev.yaml": environmentText({ images: { base: `    scan: ${marker}true\n` } }),
});

export const scanWithoutTests: ProjectRule = {
  code: "scan-without-tests",
  severity: "warning",
  summary:
    "An image or container is scanned, but its test stage does not run. Amazon Inspector scans in that stage, so there are no findings.",
  source: "API field ImageScanningConfiguration.imageScanningEnabled: image tests must also be enabled",
  fail: [scanned("false", "▸")],
  pass: [scanned("true")],
  eachEnvironment({ builds }, report, { recipeOf }) {
    for (const { kind, owner, path, scan, further } of builds) {
      if (scan === false || recipeOf(kind, owner)?.definition.tests.enabled !== false) continue;
      const written = further === undefined || further.scan !== undefined ? path : path.slice(0, 2);
      const message = `"${owner}" is scanned, and ${kind}s/${owner}.yaml turns its tests off`;
      report([...written, "scan"], message, "write tests: { enabled: true } there, or scan: false here");
    }
  },
};
