import type { Rule } from "../rule";
import { project, stepWith } from "./examples";

const parent = (lines: string) => project({ image: `parent:\n${lines}components:\n  - aws: update-linux\n` });
const os = "  os: amazon-linux-2023\n  architecture: x86_64\n";
const powershell = (inputs: string) => stepWith("ExecutePowerShell", `inputs:\n${inputs}`, "windows");

/** Reported if a map contains none or several of the keys that exclude each other. */
export const exactlyOne: Rule = {
  code: "exactly-one",
  formerly: ["exactly-one-field"],
  refusedBy: "project",
  refusedByInDocuments: "AWS",
  unsilenceable: "in definitions",
  summary: "Exactly one of several keys must be given. None or more than one is present.",
  source: "docs/reference.md",
  sourceInDocuments:
    "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-executepowershell",
  fail: [
    parent(`${os}  platform: Linux\n  ssm: ▸/images/base\n`),
    powershell("  commands:\n    - Write-Host hello\n  ▸file: C:\\greet.ps1\n"),
  ],
  pass: [parent(os), powershell("  file: C:\\greet.ps1\n")],
};
