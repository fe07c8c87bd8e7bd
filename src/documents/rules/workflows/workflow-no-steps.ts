import { entryOf } from "../../../problems/yaml-tree";
import type { DocumentRule } from "../../document-rule";
import { placeOf } from "../../reading/describe";
import { documentPage, goodWorkflow, workflowExample } from "./examples";

export const workflowNoSteps: DocumentRule = {
  code: "workflow-no-steps",
  severity: "warning",
  summary: "A workflow has no steps, so it does nothing.",
  source: documentPage,
  fail: [workflowExample("schemaVersion: 1.0\nsteps: ▸[]\n")],
  pass: [goodWorkflow],
  workflow: ({ root, source }, report) => {
    const entry = entryOf(root, "steps");
    if (entry?.value.kind !== "list" || entry.value.items.length > 0) return;
    const at = placeOf(source.text, entry.keyNode, entry.value);
    report(at, '"steps" of the workflow is empty', "add a step, or remove the workflow");
  },
};
