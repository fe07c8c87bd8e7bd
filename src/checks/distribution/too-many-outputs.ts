import type { YamlPath } from "../../problems/yaml-source";
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
  eachEnvironment({ value: { quotas }, targets }, report) {
    const check = (path: YamlPath, count: number, what: string, setting: keyof typeof quotas) => {
      const quota = quotas[setting];
      const fix = `remove some, or write the raised quota as quotas.${setting}`;
      if (count > quota) report([...path, quota], `${count} ${what} in a region, and the quota is ${quota}`, fix);
    };
    for (const { target, path } of targets) {
      const { launchTemplates, ssmParameters } = target;
      check([...path, "launchTemplates"], launchTemplates.length, "launch templates", "launchTemplatesPerRegion");
      check([...path, "ssmParameters"], ssmParameters.length, "SSM parameters", "ssmParametersPerRegion");
    }
  },
};
