import { Command } from "@commander-js/extra-typings";

import type { ImageFactory } from "../../factory/image-factory";
import { askOn } from "../ask";
import { operate } from "../operations/operate";
import type { PromoteArguments } from "../operations/run-promote";
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
      const [{ runChannels }, { requireChannels }] = await Promise.all([
        import("../operations/run-channels"),
        import("../../operations/channels/channel-place"),
      ]);
      finish(
        await operate(terminal, { project, environment, named: requireChannels }, async (operated) =>
          runChannels(operated, format, terminal.stdout),
        ),
      );
    });
}

const promotions = `
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
    .addHelpText("after", promotions)
    .action(async (environment, image, version, { project, to: channel, yes = false }) => {
      finish(await moving(terminal, { project, environment, image, version, channel, back: false, yes }));
    });
}

const rollbacks = `
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
    .addHelpText("after", rollbacks)
    .action(async (environment, image, { project, from: channel, yes = false }) => {
      finish(await moving(terminal, { project, environment, image, channel, back: true, yes }));
    });
}

/** Moves a channel of an image, for `promote` and `rollback`. Returns the exit code. */
async function moving(
  terminal: Terminal,
  { project, environment, ...given }: PromoteArguments & { readonly project?: string; readonly environment: string },
): Promise<number> {
  const { promotionOf, runPromote } = await import("../operations/run-promote");
  const named = (factory: ImageFactory) => promotionOf(factory, given);
  return operate(terminal, { project, environment, named }, async (operated, promotion) =>
    runPromote(operated, promotion, terminal, askOn(terminal)),
  );
}
