import { Command } from "@commander-js/extra-typings";

import { projectOption } from "../option-values";
import { startedProject } from "../project-folder";
import type { Finish, Terminal } from "../terminal";

const examples = `
Examples:
  golden-images demo
  golden-images demo poc

It needs Terraform or OpenTofu, but no AWS account. If there is no moto_server,
it is downloaded to node_modules.`;

export function demoCommand(terminal: Terminal, finish: Finish) {
  return new Command("demo")
    .description("Take an environment through its whole life cycle on a local AWS: apply, plan again, build, destroy.")
    .argument("[environment]", "the environment (default: sandbox, or the first there is)")
    .addOption(projectOption)
    .addHelpText("after", examples)
    .action(async (environment, { project }) => {
      const root = startedProject(project, terminal.cwd);
      const { runDemo } = await import("../demo/run-demo");
      await runDemo({ project: root, stack: environment, terminal });
      finish(0);
    });
}
