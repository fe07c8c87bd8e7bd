import { withBuilt, withEnvironment } from "../example";
import type { ProjectRule } from "../project-rule";

const parameters = (count: number, marker = "") =>
  `    distribute:\n      - region: us-east-1\n        ssmParameters:\n${Array.from(
    { length: count },
    (_, index) => `          - ${index === count - 1 ? marker : ""}name: /golden/${index}\n`,
  ).join("")}`;

export const tooManyOutputs: ProjectRule = {
  code: "too-many-outputs",
  severity: "warning",
  summary:
    "A distribution changes more launch templates or SSM parameters of a region than the quota of a new account. If AWS has raised it, set `quotas.launchTemplatesPerRegion` or `quotas.ssmParametersPerRegion`.",
  source:
    "quotas of Image Builder: launch templates modified, and SSM parameters updated, per distribution configuration region",
  fail: [withBuilt(parameters(11, "▸"))],
  pass: [
    withBuilt(parameters(10)),
    withEnvironment({ images: { base: parameters(11) }, more: "quotas: { ssmParametersPerRegion: 11 }\n" }),
  ],
  eachTarget({ target, path, environment }, report) {
    for (const [key, what, setting] of [
      ["launchTemplates", "launch templates", "launchTemplatesPerRegion"],
      ["ssmParameters", "SSM parameters", "ssmParametersPerRegion"],
    ] as const) {
      const quota = environment.value.quotas[setting];
      const { length } = target[key];
      if (length <= quota) continue;
      const message = `${length} ${what} in a region, and the quota is ${quota}`;
      report([...path, key, quota], message, `remove some, or write the raised quota as quotas.${setting}`);
    }
  },
};
