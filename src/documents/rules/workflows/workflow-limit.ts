import { itemsOf, valueOf } from "../../../problems/yaml-tree";
import type { DocumentRule } from "../../document-rule";
import { goodWorkflow, quotasPage, workflowExample } from "./examples";

export const workflowLimit: DocumentRule = {
  code: "workflow-limit",
  severity: "warning",
  summary:
    "A workflow has more steps, parameters or outputs than the quotas of a new account, which AWS raises on request.",
  source: quotasPage,
  fail: [
    workflowExample(
      `schemaVersion: 1.0\nsteps:\n${Array.from(
        { length: 16 },
        (_, index) => `  - ${index === 15 ? "▸" : ""}name: Wait${index}\n    action: WaitForAction\n`,
      ).join("")}`,
    ),
  ],
  pass: [goodWorkflow],
  workflow: ({ root }, report) => {
    for (const [key, most] of Object.entries(limits)) {
      const items = itemsOf(valueOf(root, key));
      const excess = items[most];
      if (excess !== undefined)
        report(excess, `the workflow has ${items.length} ${key}, allowed: ${most}`, "split the workflow");
    }
  },
};

const limits = { steps: 15, parameters: 25, outputs: 25 };
