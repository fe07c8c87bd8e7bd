import { type MapNode, plainText, valueOf, type YamlNode } from "../../problems/yaml-tree";
import { quoted } from "../reading/describe";
import type { Report } from "../reading/report";
import { scriptOfCommands, type ScriptText } from "../scripts/script-text";
import { shellDocuments } from "./shell-documents";

/** Returns the commands in RunCommand steps of a workflow, if the document contains them. */
export function commandScripts(workflow: MapNode, { source }: Report): ScriptText[] {
  const steps = valueOf(workflow, "steps");
  return (steps?.kind === "list" ? steps.items : []).flatMap((step: YamlNode) => {
    const inputs = valueOf(step, "inputs");
    const about = shellDocuments.get(plainText(valueOf(inputs, "documentName")));
    const commands = valueOf(valueOf(inputs, "parameters"), "commands");
    if (plainText(valueOf(step, "action")) !== "RunCommand" || about === undefined || commands?.kind !== "list")
      return [];
    const name = plainText(valueOf(step, "name"));
    const words = name === undefined ? "a step" : `step ${quoted(name)}`;
    return [scriptOfCommands(commands, { ...about, step: words }, source)];
  });
}
