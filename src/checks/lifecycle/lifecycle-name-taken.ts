import { arnName } from "../../aws/resource-name";
import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { sameNames } from "../same-names";

const two = (first: string, second: string) =>
  withSettings(
    `lifecycle:\n  ${first}: &policy\n    images: [base]\n    rules: [{ action: delete, keep: 5 }]\n  ${second}: *policy\n`,
  );

export const lifecycleNameTaken: ProjectRule = {
  code: "lifecycle-name-taken",
  refusedBy: "AWS",
  summary:
    "Two lifecycle policies of an environment have the same name in AWS, which ignores letter case and turns spaces and underscores into hyphens.",
  source: "API field CreateLifecyclePolicy.name: names that differ only in case, spaces or underscores are the same",
  fail: [two("▸old images", "▸Old_Images")],
  pass: [two("old images", "older images")],
  eachEnvironment({ value }, report) {
    const names = Object.keys(value.lifecycle).map((name) => ({ name }));
    for (const { item, other } of sameNames(names)) {
      const message = `"${other.name}" is also "${arnName(item.name)}" in ARNs`;
      report({ key: ["lifecycle", item.name] }, message, "rename one of the two");
    }
  },
};
