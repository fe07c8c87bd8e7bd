import { Command } from "@commander-js/extra-typings";

import { projectOption } from "../option-values";
import type { Finish, Terminal } from "../terminal";

const examples = `
Examples:
  golden-images rollback poc linux-web
  golden-images rollback poc linux-web --from candidate --yes

It goes by the channel's own history. Going back twice goes back two builds.

Exit code: 0 where the channel points at the build before, else 1.`;

export function rollbackCommand(terminal: Terminal, finish: Finish) {
  return new Command("rollback")
    .description("Let a channel of an image point at the build that it pointed at before.")
    .argument("<environment>", "the environment")
    .argument("<image>", "the image")
    .addOption(projectOption)
    .option("--from <channel>", "the channel (default: stable)", "stable")
    .option("--yes", "do not ask, for CI")
    .addHelpText("after", examples)
    .action(async (environment, image, { project, from: channel, yes = false }) => {
      const { operateAndAsk } = await import("../operations/operate-and-ask");
      const { runPromote } = await import("../operations/run-promote");
      finish(
        await operateAndAsk(terminal, { project, environment }, async (operated, ask) =>
          runPromote(operated, { image, channel, back: true, yes }, terminal, ask),
        ),
      );
    });
}
