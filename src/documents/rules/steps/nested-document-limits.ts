import { valueOf } from "../../../problems/yaml-tree";
import type { DocumentRule } from "../../document-rule";
import { buildSteps } from "../../examples";
import { wholeNumberOf } from "../../reading/field-types";

const page = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html";
const nested = "- name: Nested\n  action: ExecuteDocument\n  inputs:\n    document: /opt/nested.yaml\n";

export const nestedDocumentLimits: DocumentRule = {
  code: "nested-document-limits",
  refusedBy: "AWS",
  summary: "ExecuteDocument has a timeout or more than one attempt. The steps of the nested document have their own.",
  source: `${page}#action-modules-executedocument`,
  fail: [buildSteps(`${nested}  timeoutSeconds: ▸600\n`)],
  pass: [buildSteps(nested)],
  eachStep: ({ map, action, name }, report) => {
    if (action?.name !== "ExecuteDocument") return;
    for (const [key, only, what] of limits) {
      const node = valueOf(map, key);
      const value = node && wholeNumberOf(node);
      if (node === undefined || value === undefined || value === only) continue;
      const message = `"${key}" of ${name} is ${value}, allowed with ExecuteDocument: ${only}`;
      report(node, message, `remove it, and set ${what} in the nested document`);
    }
  },
};

const limits = [
  ["timeoutSeconds", -1, "timeouts"],
  ["maxAttempts", 1, "attempts"],
] as const;
