import { itemsOf, valueOf } from "../../../problems/yaml-tree";
import type { DocumentRule } from "../../document-rule";
import { isNamedByKey } from "../../workflows/parameter";
import { documentPage, goodWorkflow, workflow } from "./examples";

export const workflowParameterUntyped: DocumentRule = {
  code: "workflow-parameter-untyped",
  severity: "warning",
  summary:
    "A workflow parameter has no type. The documentation says both that a type is required and that the default is string.",
  source: documentPage,
  fail: [workflow({ parameters: "  - ▸name: Health\n    default: RUNNING\n" })],
  pass: [goodWorkflow],
  workflow: ({ root }, report) => {
    itemsOf(valueOf(root, "parameters")).forEach((node, index) => {
      if (node.kind !== "map" || isNamedByKey(node) || valueOf(node, "type") !== undefined) return;
      report(node, `item ${index + 1} in "parameters" of the workflow has no "type"`, 'add "type: string"');
    });
  },
};
