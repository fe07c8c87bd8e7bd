import { itemsOf, type MapNode, plainText, valueOf } from "../../problems/yaml-tree";
import type { Report } from "../reading/report";
import { scriptOfCommands, type ScriptText } from "../scripts/script-text";
import { shellDocuments } from "./shell-documents";
import { stepInWords } from "./step";

/** Returns the commands in RunCommand steps of a workflow, if the document contains them. */
export function commandScripts(workflow: MapNode, { source }: Report): ScriptText[] {
  return itemsOf(valueOf(workflow, "steps")).flatMap((step) => {
    const inputs = valueOf(step, "inputs");
    const about = shellDocuments.get(plainText(valueOf(inputs, "documentName")));
    const commands = valueOf(valueOf(inputs, "parameters"), "commands");
    if (plainText(valueOf(step, "action")) !== "RunCommand" || about === undefined || commands?.kind !== "list")
      return [];
    return [scriptOfCommands(commands, { ...about, where: stepInWords(step, "a step") }, source)];
  });
}
