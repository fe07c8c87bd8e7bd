import type { FieldRule } from "../../reading/field-rule";
import { actionsPage, workflowStep } from "./examples";

const waiting = (payload: string) => workflowStep("WaitForAction", `payload: ${payload}`);

const maxBytes = 16 * 1024;

/**
 * Limit for text that a workflow passes on. The User Guide calls the payload of WaitForAction JSON too, but AWS's own workflows send people
 * sentences with it, and the message that arrives holds them as a text. The form of `input` is checked by the rule `workflow-json`.
 */
export const workflowPayload: FieldRule = {
  code: "workflow-payload",
  severity: "warning",
  summary:
    "The `payload` of WaitForAction or the `input` of ExecuteStateMachine is longer than 16 KiB. The User Guide allows no more, and does not say what happens otherwise.",
  source: `${actionsPage}: both have up to 16 KiB`,
  fail: [waiting(`▸'"${"x".repeat(maxBytes - 1)}"'`), waiting(`▸'"${"é".repeat(maxBytes / 2)}"'`)],
  pass: [waiting("Have a look at it."), waiting(`'{"ticket": 42}'`), waiting(`'"${"x".repeat(maxBytes - 2)}"'`)],
  examine: (value, name) => {
    const bytes = Buffer.byteLength(value);
    return bytes > maxBytes
      ? { message: `${name} has ${bytes} bytes, allowed: ${maxBytes}`, fix: "shorten it, or hand on where it is" }
      : undefined;
  },
};
