import type { DocumentRule } from "../../document-rule";
import { windowsBuildSteps } from "../../examples";
import { powershellOf } from "../../scripts/powershell";
import { running } from "./examples";

const powershellModule =
  "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-executepowershell";

export const powershellSyntax: DocumentRule = {
  code: "powershell-syntax",
  severity: "warning",
  summary:
    "A quote or bracket in a PowerShell script is not closed. Image Builder accepts the document, but the step fails when it runs.",
  source: powershellModule,
  fail: [windowsBuildSteps(running("ExecutePowerShell", "if (Test-Path C:\\Tools) ▸{", "exit 0"))],
  pass: [windowsBuildSteps(running("ExecutePowerShell", "if (Test-Path C:\\Tools) {", "exit 0", '"}"'))],
  eachScript: (script, report) => {
    const { language, where, span } = script;
    const fault = language === "powershell" ? powershellOf(script).fault : undefined;
    if (fault === undefined) return;
    const message = `PowerShell cannot read ${where}: ${fault.message}`;
    report(span(fault.offset, fault.offset + 1), message, "add what is missing, or put text in quotes");
  },
};
