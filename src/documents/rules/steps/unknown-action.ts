import { didYouMean } from "../../../problems/suggest";
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
  examine: (value, name, actions) =>
    actions.includes(value)
      ? undefined
      : {
          message: `${name} is ${quoted(value)}, which is not an action module`,
          fix: didYouMean(value, actions, `write one of ${actions.join(", ")}`),
        },
};
