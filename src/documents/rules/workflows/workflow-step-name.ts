import { quoted } from "../../reading/describe";
import type { FieldRule } from "../../reading/field-rule";
import { documentPage, goodWorkflow, workflow } from "./examples";

export const workflowStepName: FieldRule = {
  code: "workflow-step-name",
  refusedBy: "AWS",
  summary: "The name of a step contains characters that a path cannot contain.",
  source: documentPage,
  fail: [workflow({ name: "▸Run Tests" })],
  pass: [goodWorkflow],
  examine: (value, name) => {
    if (/^[A-Za-z0-9_]{3,128}$/.test(value)) return undefined;
    const fitting = value
      .replace(/[^A-Za-z0-9_]+/g, "_")
      .slice(0, 128)
      .padEnd(3, "_");
    const message = `${name} is ${quoted(value)}, allowed: 3 to 128 letters, digits and underscores`;
    return { message, fix: `write "${fitting}"` };
  },
};
