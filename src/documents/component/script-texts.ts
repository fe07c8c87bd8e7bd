import { valueOf } from "../../problems/yaml-tree";
import type { Report } from "../reading/report";
import { scriptOfCommands, type ScriptText } from "../scripts/script-text";
import type { Outline, Step } from "./outline";

type Language = Pick<ScriptText, "language" | "insteadOfRestart">;

const languages: Readonly<Record<string, Language>> = {
  ExecuteBash: {
    language: "bash",
    insteadOfRestart: 'use the Reboot action, or "exit 194" to be started again in the same step',
  },
  ExecutePowerShell: {
    language: "powershell",
    insteadOfRestart: 'use the Reboot action, or "exit 3010" to be started again in the same step',
  },
};

/** Returns the script of each step that runs commands. */
export function scriptTexts({ phases }: Outline, report: Report): ScriptText[] {
  return phases.flatMap(({ steps }) => steps.flatMap((step) => scriptText(step, report) ?? []));
}

function scriptText({ action, inputs, name }: Step, { source }: Report): ScriptText | undefined {
  const language = action === undefined ? undefined : languages[action.name];
  const commands = valueOf(inputs, "commands");
  if (language === undefined || commands?.kind !== "list") return undefined;
  return scriptOfCommands(commands, { ...language, where: name }, source);
}
