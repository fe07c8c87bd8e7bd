import { Command } from "@commander-js/extra-typings";

import { projectOption } from "../option-values";
import { startedProject } from "../project-folder";
import type { Finish, Terminal } from "../terminal";

const examples = `
Examples:
  golden-images demo
  golden-images demo poc
  golden-images demo poc --keep   leaves it deployed until Ctrl-C, for commands
                                  in another shell

It works on a copy of the project. It needs Terraform or OpenTofu, but no AWS
account. If there is no moto_server, it is downloaded to node_modules.`;

export function demoCommand(terminal: Terminal, finish: Finish) {
  return new Command("demo")
    .description(
      "Take an environment through its whole life cycle on a local AWS: check, apply, edit, replace, build, destroy.",
    )
    .argument("[environment]", "the environment (default: sandbox, or the first there is)")
    .addOption(projectOption)
    .option("--keep", "leave it deployed in the local AWS until Ctrl-C, instead of destroying it")
    .addHelpText("after", examples)
    .action(async (environment, { project, keep }) => {
      const root = startedProject(project, terminal.cwd);
      const { runDemo } = await import("../demo/run-demo");
      await runDemo({ project: root, stack: environment, keep, terminal });
      finish(0);
    });
}
