import { valueOf } from "../../../problems/yaml-tree";
import type { DocumentRule } from "../../document-rule";
import { buildSteps, sayHello } from "../../examples";

export const emptyCommands: DocumentRule = {
  code: "empty-commands",
  severity: "warning",
  summary:
    "A step runs an empty list of commands. It does nothing, and what it was meant to do is missing in the image.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html: commands are required",
  fail: [buildSteps("- name: Install\n  action: ExecuteBash\n  inputs:\n    commands: ▸[]\n")],
  pass: [buildSteps(sayHello)],
  eachStep: ({ inputs, name }, report) => {
    const commands = inputs?.kind === "map" ? valueOf(inputs, "commands") : undefined;
    if (commands?.kind !== "list" || commands.items.length > 0) return;
    report(
      commands,
      `"commands" of ${name} is empty, so the step does nothing`,
      "write the commands, or remove the step",
    );
  },
};
