import { plainText, valueOf } from "../../../problems/yaml-tree";
import type { DocumentRule } from "../../document-rule";
import { shellDocuments } from "../../workflows/shell-documents";
import { workflowStep } from "./examples";

const running = (document: string, parameters = "") =>
  workflowStep(
    "RunCommand",
    "instanceId: i-0123456789abcdef0",
    `documentName: ${document}`,
    ...(parameters === "" ? [] : [`parameters: ${parameters}`]),
  );

export const workflowCommand: DocumentRule = {
  code: "workflow-command",
  refusedBy: "build",
  summary: "A RunCommand step sends a document of AWS that runs commands, and no commands.",
  source: "Systems Manager API, SendCommand, InvalidParameters: values for all required parameters of the document",
  fail: [
    running("▸AWS-RunShellScript"),
    running("▸AWS-RunPowerShellScript", "{ workingDirectory: ['C:/'] }"),
    running("AWS-RunShellScript", "{ commands: ▸[] }"),
  ],
  pass: [
    running("AWS-RunShellScript", "{ commands: [uptime] }"),
    running("AWS-RunShellScript", "{ commands.$: [$.workflowOutputs.Command] }"),
    running("Team-RunShellScript"),
  ],
  workflow: ({ steps }, report) => {
    for (const { name, action, node } of steps) {
      const inputs = valueOf(node, "inputs");
      const document = valueOf(inputs, "documentName");
      if (action !== "RunCommand" || document === undefined || !shellDocuments.has(plainText(document))) continue;
      if (valueOf(inputs, "parameters.$") !== undefined) continue;
      const parameters = valueOf(inputs, "parameters");
      const commands = valueOf(parameters, "commands") ?? valueOf(parameters, "commands.$");
      if (commands !== undefined && (commands.kind !== "list" || commands.items.length > 0)) continue;
      const message = `step "${name}" sends ${plainText(document)} no commands`;
      report(commands ?? document, message, "write them in parameters, e.g. parameters: { commands: [uptime] }");
    }
  },
};
