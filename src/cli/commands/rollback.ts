import { Command } from "@commander-js/extra-typings";

import { projectOption } from "../option-values";
import type { Finish, Terminal } from "../terminal";

const examples = `
Examples:
  golden-images rollback poc linux-web
  golden-images rollback poc linux-web --from candidate --yes

It uses the history of the channel: two rollbacks go back two builds.

Exit code: 0 if the channel points at its previous build, else 1.`;

export function rollbackCommand(terminal: Terminal, finish: Finish) {
  return new Command("rollback")
    .description("Point a channel of an image at its previous build.")
    .argument("<environment>", "the environment")
    .argument("<image>", "the image")
    .addOption(projectOption)
    .option("--from <channel>", "the channel", "stable")
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
