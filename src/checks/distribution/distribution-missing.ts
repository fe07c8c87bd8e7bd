import { distributePath } from "../../factory/written-builds";
import { writeOneOf } from "../../problems/suggest";
import type { ProjectRule } from "../project-rule";
import { sharing, toRegion } from "./example";

export const distributionMissing: ProjectRule = {
  code: "distribution-missing",
  refusedBy: "project",
  unsilenceable: true,
  summary: "An image names a distribution that `distributions` of the environment does not have.",
  source: "docs/reference.md: distribute",
  fail: [sharing("▸everywher", toRegion("everywhere"))],
  pass: [sharing("everywhere", toRegion("everywhere")), sharing("none", "  {}\n")],
  eachEnvironment({ value, builds }, report) {
    const names = Object.keys(value.distributions);
    for (const build of builds) {
      const { distribute } = build;
      if (typeof distribute !== "string" || distribute === "none" || names.includes(distribute)) continue;
      const fix = names.length === 0 ? "add it to distributions, or list regions" : writeOneOf(distribute, names);
      report(distributePath(build), `there is no distribution "${distribute}" in this environment`, fix);
    }
  },
};
