import type { DocumentRule } from "../../document-rule";
import { buildSteps } from "../../examples";
import { quoted } from "../../reading/describe";
import { commandsOf } from "../../scripts/bash-commands";
import { powershellOf } from "../../scripts/powershell";
import { bashReboots, powershellReboots } from "../../scripts/reboots";
import { bash } from "./examples";

export const rebootInScript: DocumentRule = {
  code: "reboot-in-script",
  severity: "warning",
  summary:
    "A script restarts the machine itself, so AWSTOE loses track of the step. Use exit code 194 (3010 on Windows) or the action Reboot.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-reboot",
  fail: [buildSteps(bash("yum update -y", "▸reboot"))],
  pass: [buildSteps(`${bash("yum update -y")}- name: Restart\n  action: Reboot\n`)],
  eachScript: (script, report) => {
    const { language, text, where, span, insteadOfRestart } = script;
    const reboots =
      language === "bash" ? bashReboots(text, commandsOf(script)) : powershellReboots(text, powershellOf(script).code);
    for (const reboot of reboots) {
      const message = `${quoted(reboot.text)} in ${where} restarts the machine`;
      report(span(reboot.offset, reboot.offset + reboot.text.length), message, insteadOfRestart);
    }
  },
};
