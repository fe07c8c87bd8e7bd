import type { ProjectRule } from "../project-rule";
import { buildsOn } from "./example";
import { reportNames } from "./named-types";

export const instanceSize: ProjectRule = {
  code: "instance-size",
  refusedBy: "build",
  summary: "The size of an instance type does not exist in EC2.",
  source:
    "EC2 User Guide, instance type naming: nano to large, xlarge and its multiples, metal; EC2 API, error code InvalidParameterValue",
  fail: [buildsOn("▸t3.larg"), buildsOn("m6i.large, ▸mac2.large")],
  pass: [buildsOn("t3.large"), buildsOn("m6i.24xlarge, m6i.metal, c7i.metal-24xl")],
  project: (context, report) => {
    reportNames("size", context, report);
  },
};
