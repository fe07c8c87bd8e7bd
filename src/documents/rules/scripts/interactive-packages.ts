import type { DocumentRule } from "../../document-rule";
import { buildSteps } from "../../examples";
import { commandsOf } from "../../scripts/bash-commands";
import { interactivePackageCommands } from "../../scripts/interactive-packages";
import { bash } from "./examples";

export const interactivePackages: DocumentRule = {
  code: "interactive-packages",
  severity: "warning",
  summary: "A package command asks for confirmation. Nobody can answer during a build, so the step fails.",
  source: "manual pages of yum, dnf, apt-get and zypper",
  fail: [buildSteps(bash("▸yum install jq"))],
  pass: [buildSteps(bash("yum install -y jq"))],
  eachScript: (script, report) => {
    const { language, text, where, span } = script;
    if (language !== "bash") return;
    for (const { offset, command, fix } of interactivePackageCommands(text, commandsOf(script))) {
      const message = `"${command}" in ${where} asks for confirmation, which nobody can give`;
      report(span(offset, offset + command.length), message, `add "${fix}"`);
    }
  },
};
