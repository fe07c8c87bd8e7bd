import { entryOf } from "../../../problems/yaml-tree";
import type { Action } from "../../actions/action";
import { hasInputs } from "../../component/inputs";
import type { DocumentRule } from "../../document-rule";
import { buildSteps } from "../../examples";

export const missingInputs: DocumentRule = {
  code: "missing-inputs",
  refusedBy: "AWS",
  summary: "A step has no inputs, but its action needs some.",
  source: "service message \"Parsing step … failed. Error: Action S3Download has no inputs; it requires an 'inputs'\"",
  fail: [buildSteps("- name: Clean\n  ▸action: DeleteFile\n")],
  pass: [buildSteps("- name: Clean\n  action: DeleteFile\n  inputs:\n    - path: /tmp/tool.rpm\n")],
  eachStep: (step, report) => {
    const { action, map, name, at } = step;
    if (action === undefined || action.inputs === "optional map" || hasInputs(step)) return;
    const place = entryOf(map, "inputs")?.keyNode ?? entryOf(map, "action")?.keyNode ?? at;
    const message = `${name} has no inputs, though ${action.name} needs some`;
    report(place, message, `add "inputs" with ${needsOf(action)}`);
  },
};

function needsOf({ inputs, fields }: Action): string {
  if (inputs === "condition") return "one comparison";
  const needed = Object.keys(fields).filter((key) => fields[key]?.required);
  return (needed.length > 0 ? needed : Object.keys(fields)).map((key) => `"${key}"`).join(", ");
}
