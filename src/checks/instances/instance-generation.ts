import type { ProjectRule } from "../project-rule";
import { buildsOn } from "./example";
import { reportNames } from "./named-types";

export const instanceGeneration: ProjectRule = {
  code: "instance-generation",
  refusedBy: "build",
  summary: "The generation of an instance type is far higher than any in EC2.",
  source:
    "EC2 User Guide, instance type naming: the number after the series; the newest are 8; EC2 API, error code InvalidParameterValue",
  fail: [buildsOn("▸m55.large"), buildsOn("▸m20i.large")],
  pass: [buildsOn("m5.large"), buildsOn("m19i.large")],
  project: (context, report) => {
    reportNames("generation", context, report);
  },
};
