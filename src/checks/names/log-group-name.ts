import { fitsLogGroup } from "../../aws/resource-name";
import { imageText } from "../../definitions/example-texts";
import { withEnvironment } from "../example";
import type { ProjectRule } from "../project-rule";

const logging = (name: string, marker = "") => ({
  [`images/${name}.yaml`]: imageText(),
  ...withEnvironment({
    images: { base: "", [`${marker}${name}`]: "" },
    more: "build:\n  logGroups: { retentionDays: 30 }\n",
  }),
});

export const logGroupName: ProjectRule = {
  code: "log-group-name",
  severity: "warning",
  summary:
    "An image or container has a space in its name, so its log groups are not created: a log group name cannot contain a space. AWS does not document where Image Builder logs instead.",
  source: "CloudWatch Logs API field CreateLogGroup.logGroupName; Image Builder User Guide, Amazon CloudWatch Logs",
  fail: [logging("My base", "▸")],
  pass: [logging("My_base")],
  eachEnvironment({ value, names, entries }, report) {
    if (value.build.logGroups === undefined) return;
    for (const { name, path } of entries) {
      if ([names.recipe(name), names.pipeline(name)].every(fitsLogGroup)) continue;
      const message = `no log groups are created for "${name}", because the name of its recipe or pipeline contains a space`;
      report({ key: path }, message, "rename it, with hyphens or underscores, or give it other names");
    }
  },
};
