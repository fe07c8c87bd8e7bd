import { imageText } from "../../definitions/example-texts";
import { withBuilt, withImage } from "../example";
import type { ProjectRule } from "../project-rule";
import { buildsOn } from "./example";
import { architectureOf, isMac, nameFault } from "./instance-type";
import { ownTypes } from "./own-types";
import { listedTypes } from "./settings-at";

const onMac = (type: string) => ({
  "images/base.yaml": imageText({ parent: ["os: macos-14", "architecture: arm64"], components: ["aws: update-macos"] }),
  ...withBuilt(`    build: { instanceTypes: [${type}], placement: { tenancy: host } }\n`),
});

export const instanceArchitecture: ProjectRule = {
  code: "instance-architecture",
  refusedBy: "build",
  summary: "An environment builds an image on an instance type of another architecture, on which it cannot start.",
  source: "EC2 User Guide, instance type naming: g after the generation stands for AWS Graviton, which is arm64",
  fail: [
    buildsOn("▸t4g.large"),
    buildsOn("m6i.large, ▸a1.large"),
    {
      ...withImage({ parent: ["os: amazon-linux-2023", "architecture: arm64"] }),
      ...buildsOn("m7g.large, ▸m6i.large, q1.large"),
    },
    onMac("▸mac1.metal"),
  ],
  pass: [buildsOn("t3.large"), buildsOn("g5.xlarge, u-6tb1.metal"), onMac("mac2.metal")],
  eachEnvironment(environment, report) {
    for (const { path, type, built } of listedTypes(environment)) {
      const architecture = architectureOf(type);
      // A Mac image on another instance, or another image on a Mac instance, is reported by another rule.
      const isElsewhere = built.some(({ base }) => base !== undefined && (base.platform === "macOS") !== isMac(type));
      const wrong = built.find(({ base }) => base?.architecture !== undefined && base.architecture !== architecture);
      if (architecture === undefined || isElsewhere || nameFault(type) !== undefined) continue;
      if (wrong?.base?.architecture === undefined) continue;
      const arm = wrong.base.architecture === "arm64";
      const other = isMac(type)
        ? `a Mac of that architecture, e.g. ${arm ? "mac2.metal" : "mac1.metal"}`
        : arm
          ? "a Graviton type, e.g. m7g.large"
          : "an x86_64 type, e.g. m6i.large";
      const message = `"${type}" is ${architecture}, but the ${wrong.kind} "${wrong.name}" is ${wrong.base.architecture}`;
      report(path, message, `write ${other}; ${ownTypes(wrong)}`);
    }
  },
};
