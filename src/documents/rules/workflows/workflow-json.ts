import { parseTree, type ParseError } from "jsonc-parser";
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
  examine: (value, name) => {
    const offset = firstFault(value.replace(/\{\{[^{}]*\}\}/g, resolved));
    if (offset === undefined) return undefined;
    const message = `${name} is ${quoted(value)}, which is not JSON from character ${offset + 1} on`;
    return { message, fix: `write JSON, e.g. {"image": "${image}"}` };
  },
};

/** A reference becomes a value when the workflow runs: inside of quotes or not, digits of the same length are JSON. */
function resolved(reference: string): string {
  return "1".repeat(reference.length);
}

/** Where a text ceases to be JSON; undefined where it is all of it. */
function firstFault(text: string): number | undefined {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  return errors[0]?.offset;
}
