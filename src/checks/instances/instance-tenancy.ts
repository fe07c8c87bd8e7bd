import { runsWith } from "../../aws/tenancy";
import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { listedTypes } from "./settings-at";

const placed = (type: string, ...placement: readonly string[]) =>
  withSettings(`build:\n  instanceTypes: [${type}]\n  placement:\n    ${placement.join("\n    ")}\n`);
const onHost = ["tenancy: host", "host: h-0123456789abcdef0"];

export const instanceTenancy: ProjectRule = {
  code: "instance-tenancy",
  refusedBy: "build",
  summary:
    "An instance type does not run with the tenancy of the builds: T2 only on shared hardware, T3a, T4g, HPC and Flex types not on Dedicated Hosts.",
  source:
    "EC2: The requested configuration is currently not supported (issue 1964 of rancher/os); EC2 API, DescribeInstanceTypes, dedicatedHostsSupported, read 2026-11",
  fail: [
    placed("▸t2.micro", "tenancy: dedicated"),
    placed("▸t2.large", ...onHost),
    placed("▸t3a.large", ...onHost),
    placed("m7i.large, ▸m7i-flex.large", ...onHost),
  ],
  pass: [
    placed("t2.micro", "tenancy: default"),
    placed("t3.micro", ...onHost),
    placed("t3a.micro", "tenancy: dedicated"),
    placed("m7i.large", ...onHost),
  ],
  eachEnvironment(environment, report) {
    for (const { path, type, built } of listedTypes(environment)) {
      // The environment's own instance types are checked even if no build uses them yet.
      const placements =
        built.length === 0 ? [environment.value.build] : built.map(({ infrastructure }) => infrastructure);
      const unfit = placements.find(({ placement }) => !runsWith(placement.tenancy, type))?.placement.tenancy;
      if (unfit === undefined) continue;
      const where = unfit === "host" ? "on Dedicated Hosts" : "as Dedicated Instances";
      report(
        path,
        `"${type}" does not run ${where}, and the tenancy is "${unfit}"`,
        "write another type, e.g. m7i.large",
      );
    }
  },
};
