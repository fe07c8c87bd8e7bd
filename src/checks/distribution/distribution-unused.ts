import type { ProjectRule } from "../project-rule";
import { sharing, toRegion } from "./example";

export const distributionUnused: ProjectRule = {
  code: "distribution-unused",
  severity: "warning",
  summary: "No image names a distribution of `distributions`, so it is not created.",
  source: "docs/reference.md: distributions",
  fail: [sharing("", toRegion("▸everywhere"))],
  pass: [sharing("everywhere", toRegion("everywhere"))],
  eachEnvironment({ value, builds }, report) {
    const used = new Set(builds.map(({ distribute }) => distribute));
    for (const name of Object.keys(value.distributions))
      if (!used.has(name))
        report(
          { key: ["distributions", name] },
          `no image has distribute: ${name}`,
          "name it in an image, or remove it",
        );
  },
};
