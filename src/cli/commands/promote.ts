import { Command } from "@commander-js/extra-typings";

import { projectOption } from "../option-values";
import type { Finish, Terminal } from "../terminal";

const examples = `
Examples:
  golden-images promote poc linux-web --to candidate
  golden-images promote poc linux-web 1.0.3/2 --to stable --yes

Without a version it takes the newest build that is AVAILABLE, passed its tests,
is not deprecated and has an AMI in every region. It refuses a version that
fails one of these conditions.

Exit code: 0 if the channel points at the build, else 1.`;

export function promoteCommand(terminal: Terminal, finish: Finish) {
  return new Command("promote")
    .description("Point a channel of an image at a build, in every region of the image.")
    .argument("<environment>", "the environment")
    .argument("<image>", "the image")
    .argument("[version]", "version or version/build (default: the newest good one)")
    .addOption(projectOption)
    .requiredOption("--to <channel>", "one of the channels of the environment")
    .option("--yes", "do not ask, for CI")
    .addHelpText("after", examples)
    .action(async (environment, image, version, { project, to: channel, yes = false }) => {
      const { operateAndAsk } = await import("../operations/operate-and-ask");
      const { runPromote } = await import("../operations/run-promote");
      finish(
        await operateAndAsk(terminal, { project, environment }, async (operated, ask) =>
          runPromote(operated, { image, version, channel, back: false, yes }, terminal, ask),
        ),
      );
    });
}
