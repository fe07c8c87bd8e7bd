import type { Rule } from "../../../problems/rule";
import { dynamicValuesPage, goodWorkflow, workflow } from "./examples";

/** Reported by `checkDynamicFields`. */
export const workflowPathSuffix: Rule = {
  code: "workflow-path-suffix",
  severity: "warning",
  summary: "A key ends with .$ but its value is not a path, or a path has a key without .$ and is taken literally.",
  source: dynamicValuesPage,
  fail: [workflow({ healthCheck: "▸healthCheck" })],
  pass: [goodWorkflow],
};
