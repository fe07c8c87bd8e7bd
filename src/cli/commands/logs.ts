import { Command } from "@commander-js/extra-typings";

import { operateOnBuild } from "../operations/operate-on-build";
import { formatOption, projectOption } from "../option-values";
import type { Finish, Terminal } from "../terminal";

const examples = `
Examples:
  golden-images logs poc linux-web
  golden-images logs poc linux-web@1.0.3/2
  golden-images logs poc linux-web --format json

Each line says which component, phase and step it belongs to.

Exit code: 0, or 1 if there is no log.`;

export function logsCommand(terminal: Terminal, finish: Finish) {
  return new Command("logs")
    .description("Show the log of a build, each line with the component that it belongs to.")
    .argument("<environment-or-arn>", "the environment, or the ARN of the build")
    .argument("[image]", "the image; with @version or @version/build for an earlier build")
    .addOption(projectOption)
    .addOption(formatOption())
    .addHelpText("after", examples)
    .action(async (where, image, { project, format }) => {
      const { runLogs } = await import("../operations/run-logs");
      finish(
        await operateOnBuild(terminal, { project, where, image }, async (operated, build) =>
          runLogs(operated, { ...build, format }, terminal.stdout, terminal.stderr),
        ),
      );
    });
}
