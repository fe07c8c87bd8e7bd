import type { Rule } from "../../../problems/rule";
import { documentPage, goodWorkflow, workflow } from "./examples";

/** Reported by the type `condition` of workflow steps. */
export const workflowCondition: Rule = {
  code: "workflow-condition",
  refusedBy: "AWS",
  summary: "A condition has no operator or more than one, an unknown operator, or an operand that cannot be compared.",
  source: documentPage,
  fail: [workflow({ condition: "▸stringEqual: Linux" })],
  pass: [goodWorkflow],
};
