import { type MapNode, plainText, valueOf, type YamlNode } from "../../problems/yaml-tree";
import { quoted } from "../reading/describe";
import type { Report } from "../reading/report";
import { type ScriptText, scriptOfCommands } from "../scripts/script-text";

/**
 * SSM documents that run what their parameter `commands` holds.
 * Source: AWS Systems Manager User Guide, "Handling reboots when running commands": exit code 194 on Linux, 3010 on Windows.
 */
const languages: Readonly<Record<string, Pick<ScriptText, "language" | "insteadOfRestart">>> = {
  "AWS-RunShellScript": {
    language: "bash",
    insteadOfRestart: 'write "exit 194": Systems Manager restarts the machine and runs the command again',
  },
  "AWS-RunPowerShellScript": {
    language: "powershell",
    insteadOfRestart: 'write "exit 3010": Systems Manager restarts the machine and runs the command again',
  },
};

/** The commands that RunCommand steps of a workflow send, where the document itself says them. */
export function commandScripts(workflow: MapNode, { source }: Report): ScriptText[] {
  const steps = valueOf(workflow, "steps");
  return (steps?.kind === "list" ? steps.items : []).flatMap((step: YamlNode) => {
    const inputs = valueOf(step, "inputs");
    const about = languages[plainText(valueOf(inputs, "documentName")) ?? ""];
    const commands = valueOf(valueOf(inputs, "parameters"), "commands");
    if (plainText(valueOf(step, "action")) !== "RunCommand" || about === undefined || commands?.kind !== "list")
      return [];
    const name = `step ${quoted(plainText(valueOf(step, "name")) ?? "")}`;
    return [scriptOfCommands(commands, { ...about, step: name }, source)];
  });
}
