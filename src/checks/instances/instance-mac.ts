import { withEnvironment } from "../example";
import type { ProjectRule } from "../project-rule";
import { buildsOn } from "./example";
import { isMac, nameFault } from "./instance-type";
import { ownTypes } from "./own-types";
import { listedTypes } from "./settings-at";

const macImage = {
  "images/mac.yaml": "parent:\n  os: macos-14\n  architecture: arm64\ncomponents:\n  - aws: update-macos\n",
};
const mac = (type: string) => ({
  ...macImage,
  ...withEnvironment({
    images: { base: "", mac: `    build: { instanceTypes: [${type}], placement: { tenancy: host } }\n` },
  }),
});

export const instanceMac: ProjectRule = {
  code: "instance-mac",
  refusedBy: "build",
  summary: "macOS runs only on Mac instances, and nothing else runs on them.",
  source: "EC2 User Guide, Amazon EC2 Mac instances",
  fail: [buildsOn("▸mac1.metal"), mac("▸m7g.large")],
  pass: [buildsOn("m6i.large"), mac("mac2.metal")],
  eachEnvironment(environment, report) {
    for (const { path, type, built } of listedTypes(environment)) {
      const misfit = built.find(({ base }) => base !== undefined && (base.platform === "macOS") !== isMac(type));
      if (misfit?.base === undefined || nameFault(type) !== undefined) continue;
      const other = isMac(type) ? "another instance type, e.g. m6i.large" : "a Mac instance type, e.g. mac2.metal";
      const message = `"${misfit.name}" is ${misfit.base.platform}, which does not start on "${type}"`;
      report(path, message, `write ${other}; ${ownTypes(misfit)}`);
    }
  },
};
