import { withBuilt } from "../example";
import type { ProjectRule } from "../project-rule";
import { distributedRegions } from "./distributed-regions";

const to = (region: string) => withBuilt(`    distribute:\n      - region: us-east-1\n      - region: ${region}\n`);

export const duplicateRegion: ProjectRule = {
  code: "duplicate-region",
  refusedBy: "AWS",
  summary:
    "An image or container is distributed to the same region twice. Image Builder accepts one distribution for each region.",
  source: "API field CreateDistributionConfiguration.distributions: a region can appear at most once",
  fail: [to("▸us-east-1")],
  pass: [to("eu-west-1")],
  eachEnvironment(environment, report) {
    for (const { path, regions } of distributedRegions(environment))
      regions.forEach((region, index) => {
        if (regions.indexOf(region) < index)
          report([...path, index, "region"], `"${region}" is listed twice`, "merge the two entries into one");
      });
  },
};
