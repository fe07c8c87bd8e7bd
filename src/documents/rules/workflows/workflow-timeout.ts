import { entryOf, itemsOf, valueOf } from "../../../problems/yaml-tree";
import type { DocumentRule } from "../../document-rule";
import { placeOf } from "../../reading/describe";
import { wholeNumberOf } from "../../reading/field-types";
import { actionOf, allowedSeconds, rangeInWords, stepInWords } from "../../workflows/step";
import { actionsPage, goodWorkflow, workflow } from "./examples";

export const workflowTimeout: DocumentRule = {
  code: "workflow-timeout",
  refusedBy: "AWS",
  summary: "The timeout of a step is longer than its action allows, or its wait is as long as its timeout.",
  source: actionsPage,
  fail: [workflow({ timeout: "▸90000" })],
  pass: [goodWorkflow],
  workflow: ({ root, source }, report) => {
    itemsOf(valueOf(root, "steps")).forEach((node, index) => {
      if (node.kind !== "map") return;
      const action = actionOf(node);
      const step = stepInWords(node, `item ${index + 1} in "steps" of the workflow`);
      for (const [key, [min, max]] of Object.entries(allowedSeconds(action))) {
        const entry = entryOf(node, key);
        const seconds = entry && wholeNumberOf(entry.value);
        if (entry === undefined || seconds === undefined || (seconds >= min && seconds <= max)) continue;
        const allowed = rangeInWords(min, max);
        const at = placeOf(source.text, entry.keyNode, entry.value);
        report(at, `"${key}" of ${step} is ${seconds}, allowed: ${allowed}`, `write a number ${allowed}`);
      }
      // A step that waits as long as its timeout would never start.
      const wait = valueOf(node, "waitSeconds");
      const timeout = valueOf(node, "timeoutSeconds");
      const waits = wait && wholeNumberOf(wait);
      const takes = timeout === undefined ? action?.defaultTimeout : wholeNumberOf(timeout);
      if (wait === undefined || waits === undefined || takes === undefined || waits < takes) return;
      const message = `"waitSeconds" is ${waits}, and the step may take ${takes} in all`;
      report(wait, message, `write less than ${takes}, or a longer "timeoutSeconds"`);
    });
  },
};
