import { valueOf } from "../../../problems/yaml-tree";
import type { DocumentRule } from "../../document-rule";
import { buildSteps } from "../../examples";
import { wholeNumberOf } from "../../reading/field-types";

export const endlessStep: DocumentRule = {
  code: "endless-step",
  severity: "warning",
  summary: "A step has no timeout. If it hangs, so does the build, on an instance that costs money.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html#document-schema",
  fail: [buildSteps("- name: Update\n  action: UpdateOS\n  timeoutSeconds: ▸-1\n")],
  pass: [buildSteps("- name: Update\n  action: UpdateOS\n  timeoutSeconds: 14400\n")],
  // ExecuteDocument supports no other timeout.
  eachStep: ({ map, action, name }, report) => {
    const timeout = valueOf(map, "timeoutSeconds");
    if (timeout === undefined || wholeNumberOf(timeout) !== -1 || action?.name === "ExecuteDocument") return;
    const message = `"timeoutSeconds" of ${name} is -1: the step may take forever`;
    report(timeout, message, "write the seconds that the step may take");
  },
};
