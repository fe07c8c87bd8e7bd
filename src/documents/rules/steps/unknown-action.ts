import { nearest } from "../../../problems/suggest";
import { buildSteps } from "../../examples";
import { quoted } from "../../reading/describe";
import type { FieldRule } from "../../reading/field-rule";

export const unknownAction: FieldRule<readonly string[]> = {
  code: "unknown-action",
  refusedBy: "AWS",
  summary: "The action module does not exist. Letter case matters.",
  source: 'service message "Parsing step … failed. Error: Unsupported action … for os platform …"',
  fail: [buildSteps("- name: Greet\n  action: ▸ExecuteShell\n  inputs:\n    commands:\n      - echo hello\n")],
  pass: [buildSteps("- name: Greet\n  action: ExecuteBash\n  inputs:\n    commands:\n      - echo hello\n")],
  examine: (value, name, actions) => {
    if (actions.includes(value)) return undefined;
    const near = nearest(value.slice(0, 100), actions);
    const fix = near === undefined ? `write one of ${actions.join(", ")}` : `did you mean "${near}"?`;
    return { message: `${name} is ${quoted(value)}, which is not an action module`, fix };
  },
};
