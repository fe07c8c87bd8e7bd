import { quoted } from "../../reading/describe";
import type { FieldRule } from "../../reading/field-rule";
import { mayBecomeJson } from "../../workflows/is-json";
import { actionsPage, jsonFix, workflowStep } from "./examples";

const waiting = (payload: string) => workflowStep("WaitForAction", `payload: ${payload}`);

const maxBytes = 16 * 1024;

/** Limits for JSON that a workflow passes on. The form of `input` is checked by the rule `workflow-json`. */
export const workflowPayload: FieldRule<"payload" | "input"> = {
  code: "workflow-payload",
  severity: "warning",
  summary:
    "The `payload` of WaitForAction is not JSON, or it or the `input` of ExecuteStateMachine is longer than 16 KiB. The User Guide requires this, and does not say what happens otherwise.",
  source: `${actionsPage}: both have to be a valid JSON string of up to 16 KiB`,
  fail: [
    waiting("▸Have a look at it."),
    waiting("▸''"),
    waiting(`▸'"${"x".repeat(maxBytes - 1)}"'`),
    waiting(`▸'"${"é".repeat(maxBytes / 2)}"'`),
  ],
  pass: [waiting(`'{"ticket": 42}'`), waiting(`'"${"x".repeat(maxBytes - 2)}"'`)],
  examine: (value, name, field) => {
    const bytes = Buffer.byteLength(value);
    if (bytes > maxBytes)
      return { message: `${name} has ${bytes} bytes, allowed: ${maxBytes}`, fix: "shorten it, or hand on where it is" };
    return field === "input" || mayBecomeJson(value)
      ? undefined
      : { message: `${name} is ${quoted(value)}, which is not JSON`, fix: jsonFix };
  },
};
