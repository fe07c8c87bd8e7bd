import { valueOf } from "../../../problems/yaml-tree";
import type { DocumentRule } from "../../document-rule";
import { buildSteps } from "../../examples";

const page = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html";

export const rebootTimeout: DocumentRule = {
  code: "reboot-timeout",
  severity: "warning",
  summary: "Reboot has a timeout, which it does not support.",
  source: `${page}#action-modules-reboot`,
  fail: [buildSteps("- name: Restart\n  action: Reboot\n  timeoutSeconds: ▸60\n")],
  pass: [buildSteps("- name: Restart\n  action: Reboot\n")],
  eachStep: ({ map, action, name }, report) => {
    const timeout = valueOf(map, "timeoutSeconds");
    if (timeout === undefined || action?.name !== "Reboot") return;
    report(timeout, `"timeoutSeconds" of ${name} has no effect: Reboot supports none`, "remove it");
  },
};
