import type { Rule } from "../../../problems/rule";
import { windowsBuildSteps } from "../../examples";

/** Found where the fields of a map are read. */
export const exactlyOneField: Rule = {
  code: "exactly-one-field",
  severity: "error",
  summary: "Exactly one of several fields must be given. None or more than one is present.",
  source:
    "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-executepowershell",
  fail: [
    windowsBuildSteps(
      "- name: Greet\n  action: ExecutePowerShell\n  inputs:\n    commands:\n      - Write-Host hello\n    ▸file: C:\\greet.ps1\n",
    ),
  ],
  pass: [windowsBuildSteps("- name: Greet\n  action: ExecutePowerShell\n  inputs:\n    file: C:\\greet.ps1\n")],
};
