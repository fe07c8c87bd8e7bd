import { repeats } from "../../../collections/repeats";
import { valueOf } from "../../../problems/yaml-tree";
import type { DocumentRule } from "../../document-rule";
import { quoted } from "../../reading/describe";
import { named } from "../../workflows/workflow-outline";
import { documentPage, goodWorkflow, workflow } from "./examples";

export const workflowDuplicateName: DocumentRule = {
  code: "workflow-duplicate-name",
  refusedBy: "AWS",
  summary: "Two steps, parameters or outputs of a workflow have the same name.",
  source: documentPage,
  fail: [workflow({ name: "▸Launch" })],
  pass: [goodWorkflow],
  workflow: ({ root }, report) => {
    for (const key of ["steps", "parameters", "outputs"]) {
      for (const { item } of repeats(named(valueOf(root, key)), ({ name }) => name)) {
        const { name, node } = item;
        report(valueOf(node, "name") ?? node, `${quoted(name)} is in "${key}" twice`, "rename one of the two");
      }
    }
  },
};
