import type { Rule } from "../../problems/rule";
import { entryOf } from "../../problems/yaml-tree";
import { buildSteps } from "../examples";
import { wholeNumberOf } from "../reading/field-types";
import type { Report } from "../reading/report";
import type { Step } from "./outline";

const page = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html";
const nested = "- name: Nested\n  action: ExecuteDocument\n  inputs:\n    document: /opt/nested.yaml\n";

const nestedDocumentLimits: Rule = {
  code: "nested-document-limits",
  severity: "error",
  summary: "ExecuteDocument has a timeout or more than one attempt. The steps of the nested document have their own.",
  source: `${page}#action-modules-executedocument`,
  fail: [buildSteps(`${nested}  timeoutSeconds: ▸600\n`)],
  pass: [buildSteps(nested)],
};

const rebootTimeout: Rule = {
  code: "reboot-timeout",
  severity: "warning",
  summary: "Reboot has a timeout, which it does not support.",
  source: `${page}#action-modules-reboot`,
  fail: [buildSteps("- name: Restart\n  action: Reboot\n  timeoutSeconds: ▸60\n")],
  pass: [buildSteps("- name: Restart\n  action: Reboot\n")],
};

export const stepLimitRules = [nestedDocumentLimits, rebootTimeout];

/** Checks timeout and attempts of a step against its action. */
export function checkStepLimits({ map, action, name }: Step, report: Report): void {
  const timeout = entryOf(map, "timeoutSeconds")?.value;
  const attempts = entryOf(map, "maxAttempts")?.value;
  const seconds = timeout && wholeNumberOf(timeout);
  const count = attempts && wholeNumberOf(attempts);
  if (action?.name === "ExecuteDocument") {
    if (timeout !== undefined && seconds !== undefined && seconds !== -1) {
      const message = `"timeoutSeconds" of ${name} is ${seconds}, allowed with ExecuteDocument: -1`;
      report.add(nestedDocumentLimits, timeout, message, "remove it, and set timeouts in the nested document");
    }
    if (attempts !== undefined && count !== undefined && count !== 1) {
      const message = `"maxAttempts" of ${name} is ${count}, allowed with ExecuteDocument: 1`;
      report.add(nestedDocumentLimits, attempts, message, "remove it, and set attempts in the nested document");
    }
  } else if (timeout !== undefined && action?.name === "Reboot") {
    report.add(rebootTimeout, timeout, `"timeoutSeconds" of ${name} has no effect: Reboot supports none`, "remove it");
  }
}
