import type { DocumentRule } from "../../document-rule";
import { buildSteps } from "../../examples";
import { bashFault } from "../../scripts/bash";
import { bash } from "./examples";

const bashModule =
  "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-executebash";

export const bashSyntax: DocumentRule = {
  code: "bash-syntax",
  severity: "warning",
  summary: "A script is not valid Bash. Image Builder accepts the document, but the step fails when it runs.",
  source: `${bashModule}; parsed by mvdan/sh`,
  fail: [buildSteps(bash("▸if [ -f /etc/motd ]; then", "echo found"))],
  pass: [buildSteps(bash("if [ -f /etc/motd ]; then", "echo found", "fi"))],
  eachScript: ({ language, text, where, span }, report) => {
    const fault = language === "bash" ? bashFault(text) : undefined;
    if (fault === undefined) return;
    const message = `bash cannot read ${where}: ${fault.message}`;
    report(span(fault.offset, fault.offset + 1), message, "add what is missing, or put text in quotes");
  },
};
