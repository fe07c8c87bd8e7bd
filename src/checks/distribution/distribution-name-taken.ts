import { arnName } from "../../aws/resource-name";
import type { ProjectRule } from "../project-rule";
import { sharing, toRegion } from "./example";

export const distributionNameTaken: ProjectRule = {
  code: "distribution-name-taken",
  refusedBy: "AWS",
  unsilenceable: true,
  summary:
    "A shared distribution has the name of an image, container or pipeline. The distribution of that one may get the same name in AWS.",
  source: "API error ResourceAlreadyExistsException of CreateDistributionConfiguration: a name is there once",
  fail: [sharing("base", toRegion("▸base")), sharing("Base", toRegion("▸Base")), sharing("none", toRegion("▸none"))],
  pass: [sharing("everywhere", toRegion("everywhere"))],
  eachEnvironment({ value, entries, builds }, report) {
    const taken = new Set([...entries.map(({ name }) => name), ...builds.map(({ id }) => id)].map(arnName));
    for (const name of Object.keys(value.distributions)) {
      const key = ["distributions", name];
      if (name === "none") report({ key }, '"none" is for no distribution at all', "write another name");
      else if (taken.has(arnName(name)))
        report({ key }, `"${name}" is also the name of an image, container or pipeline`, "write another name");
    }
  },
};
