import { Command } from "@commander-js/extra-typings";

import { formatOption, projectOption } from "../option-values";
import type { Finish, Terminal } from "../terminal";

const examples = `
Examples:
  golden-images channels poc
  golden-images channels poc --format json

Exit code: 0, or 1 if the environment has no channels.`;

export function channelsCommand(terminal: Terminal, finish: Finish) {
  return new Command("channels")
    .description("Show where each channel points, since when, and who moved it.")
    .argument("<environment>", "the environment")
    .addOption(projectOption)
    .addOption(formatOption())
    .addHelpText("after", examples)
    .action(async (environment, { project, format }) => {
      const [{ operate }, { runChannels }] = await Promise.all([
        import("../operations/operate"),
        import("../operations/run-channels"),
      ]);
      finish(
        await operate(terminal, { project, environment }, async (operated) =>
          runChannels(operated, format, terminal.stdout, terminal.stderr),
        ),
      );
    });
}
