import { quoted } from "../../reading/describe";
import type { FieldRule } from "../../reading/field-rule";
import { actionsPage, workflowExample } from "./examples";

const waiting = (payload: string) =>
  workflowExample(
    `schemaVersion: 1.0\nsteps:\n  - name: Approve\n    action: WaitForAction\n    inputs:\n      payload: ${payload}\n`,
  );

const image = "{{ $.stepOutputs.Create.imageId }}";

export const workflowJson: FieldRule = {
  code: "workflow-json",
  severity: "error",
  refusedBy: "AWS",
  summary: "The `payload` of WaitForAction or the `input` of ExecuteStateMachine is not JSON.",
  source: `${actionsPage}: both have to be a valid JSON string`,
  fail: [waiting("▸Have a look at it."), waiting(`▸'{"ticket": '`), waiting("▸''")],
  pass: [waiting(`'{"ticket": 42}'`), waiting(`'"Have a look at it."'`)],
  examine: (value, name) =>
    isJson(value.replace(/\{\{[^{}]*\}\}/g, "1"))
      ? undefined
      : { message: `${name} is ${quoted(value)}, which is not JSON`, fix: `write JSON, e.g. {"image": "${image}"}` },
};

/** A reference becomes a value when the workflow runs, and is taken for a digit here: in quotes or not, that is JSON. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
