import { Command } from "@commander-js/extra-typings";

import { counted } from "../../collections/counted";
import { projectOption } from "../option-values";
import { onStack } from "../plans/on-stack";
import { startedProject } from "../project-folder";
import type { Finish, Terminal } from "../terminal";

const examples = `
Examples:
  golden-images recover poc
  golden-images recover poc --import

It searches by name, with the credentials of the shell. Somebody else may have
created what it finds. A resource that the state marks as tainted is found as
well, if AWS would refuse its replacement, or if it is a log bucket, which is
protected from being destroyed.
It needs Terraform 1.5 or newer.`;

export function recoverCommand(terminal: Terminal, finish: Finish) {
  const { cwd, stdout } = terminal;
  return new Command("recover")
    .description(
      "Find resources in AWS that an interrupted deployment did not write to the state, or wrote as unfinished. Changes nothing in AWS.",
    )
    .argument("<stack>", "an environment, or <environment>-consumer")
    .addOption(projectOption)
    .option("--import", "take them into the state; by default they are only shown")
    .addHelpText("after", examples)
    .action(async (stack, { project, import: imports = false }) => {
      const root = startedProject(project, cwd);
      const { runRecover } = await import("../recover/run-recover");
      const found = await onStack(terminal, { root, stack }, async (options) =>
        runRecover({
          ...options,
          import: imports,
          say: (line) => {
            stdout.write(`${line}\n`);
          },
        }),
      );
      if (found === 0) stdout.write("AWS has nothing that is missing from the state\n");
      else
        stdout.write(
          imports
            ? `${counted(found, "resource")} recovered; deploy now\n`
            : `${counted(found, "resource")} found; add --import to take them into the state\n`,
        );
      finish(0);
    });
}
