import { writeOneOf } from "../../../problems/suggest";
import { quoted } from "../../reading/describe";
import type { FieldRule } from "../../reading/field-rule";
import { actionsPage, goodWorkflow, workflow } from "./examples";

export const workflowAction: FieldRule<readonly string[]> = {
  code: "workflow-action",
  refusedBy: "AWS",
  summary: "A step uses an action that workflows do not have.",
  source: actionsPage,
  fail: [workflow({ action: "▸ExecuteComponent" })],
  pass: [goodWorkflow],
  examine: (value, _, actions) =>
    actions.includes(value)
      ? undefined
      : { message: `${quoted(value)} is not a workflow action`, fix: writeOneOf(value, actions) },
};
