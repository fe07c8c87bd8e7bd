import type { Rule } from "../../problems/rule";
import { buildSteps, windowsBuildSteps } from "../examples";
import { quoted } from "../reading/describe";
import type { Report } from "../reading/report";
import { bashFault } from "./bash";
import { shellCommands } from "./bash-commands";
import { interactivePackageCommands } from "./interactive-packages";
import { readPowershell } from "./powershell";
import { bashReboots, powershellReboots } from "./reboots";
import type { ScriptFault } from "./script-fault";
import type { ScriptText } from "./script-text";

const bashModule =
  "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-executebash";
const powershellModule =
  "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-executepowershell";

function bash(...commands: readonly string[]): string {
  return running("ExecuteBash", ...commands);
}

function running(action: string, ...commands: readonly string[]): string {
  return `- name: Prepare\n  action: ${action}\n  inputs:\n    commands:\n${commands.map((command) => `      - ${command}\n`).join("")}`;
}

const bashSyntax: Rule = {
  code: "bash-syntax",
  severity: "warning",
  summary: "A script is not valid Bash. Image Builder accepts the document, but the step fails when it runs.",
  source: `${bashModule}; parsed by mvdan/sh`,
  fail: [buildSteps(bash("▸if [ -f /etc/motd ]; then", "echo found"))],
  pass: [buildSteps(bash("if [ -f /etc/motd ]; then", "echo found", "fi"))],
};

const powershellSyntax: Rule = {
  code: "powershell-syntax",
  severity: "warning",
  summary:
    "A quote or bracket in a PowerShell script is not closed. Image Builder accepts the document, but the step fails when it runs.",
  source: powershellModule,
  fail: [windowsBuildSteps(running("ExecutePowerShell", "if (Test-Path C:\\Tools) ▸{", "exit 0"))],
  pass: [windowsBuildSteps(running("ExecutePowerShell", "if (Test-Path C:\\Tools) {", "exit 0", '"}"'))],
};

const rebootInScript: Rule = {
  code: "reboot-in-script",
  severity: "warning",
  summary:
    "A script restarts the machine itself, so AWSTOE loses track of the step. Use exit code 194 (3010 on Windows) or the action Reboot.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-reboot",
  fail: [buildSteps(bash("yum update -y", "▸reboot"))],
  pass: [buildSteps(`${bash("yum update -y")}- name: Restart\n  action: Reboot\n`)],
};

const interactivePackages: Rule = {
  code: "interactive-packages",
  severity: "warning",
  summary: "A package command asks for confirmation. Nobody can answer during a build, so the step fails.",
  source: "manual pages of yum, dnf, apt-get and zypper",
  fail: [buildSteps(bash("▸yum install jq"))],
  pass: [buildSteps(bash("yum install -y jq"))],
};

export const scriptRules: readonly Rule[] = [bashSyntax, powershellSyntax, rebootInScript, interactivePackages];

/** Checks scripts, whoever runs them. */
export function checkScripts(scripts: readonly ScriptText[], report: Report): void {
  for (const script of scripts) {
    if (script.language === "bash") checkBash(script, report);
    else checkPowershell(script, report);
  }
}

function checkBash(script: ScriptText, report: Report): void {
  reportFault(bashSyntax, "bash", bashFault(script.text), script, report);
  const commands = shellCommands(script.text);
  reportReboots(script, bashReboots(script.text, commands), report);
  for (const { offset, command, fix } of interactivePackageCommands(script.text, commands)) {
    const message = `"${command}" in ${script.step} asks for a confirmation that nobody gives`;
    reportPart(interactivePackages, script, offset, command.length, message, `add "${fix}"`, report);
  }
}

function checkPowershell(script: ScriptText, report: Report): void {
  reportFault(powershellSyntax, "PowerShell", readPowershell(script.text).fault, script, report);
  reportReboots(script, powershellReboots(script.text), report);
}

function reportReboots(
  script: ScriptText,
  reboots: readonly { readonly offset: number; readonly text: string }[],
  report: Report,
): void {
  for (const { offset, text } of reboots) {
    const message = `${quoted(text)} in ${script.step} restarts the machine`;
    reportPart(rebootInScript, script, offset, text.length, message, script.insteadOfRestart, report);
  }
}

function reportFault(rule: Rule, language: string, fault: ScriptFault | undefined, script: ScriptText, report: Report) {
  if (fault === undefined) return;
  const message = `${language} cannot read ${script.step}: ${fault.message}`;
  reportPart(rule, script, fault.offset, 1, message, "add what is missing, or put text in quotes", report);
}

function reportPart(
  rule: Rule,
  { span }: ScriptText,
  offset: number,
  length: number,
  message: string,
  fix: string,
  report: Report,
): void {
  report.add(rule, span(offset, offset + length), message, fix);
}
