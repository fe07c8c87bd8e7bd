import { Command } from "@commander-js/extra-typings";

import { operateOnBuild } from "../operations/operate-on-build";
import { projectOption } from "../option-values";
import type { Finish, Terminal } from "../terminal";

const examples = `
Examples:
  golden-images retry poc linux-web

It repeats the tests or the distribution, whichever failed. An earlier failure
needs a new build.

Exit code: 0 if the build ends AVAILABLE, 1 if it does not, 130 if following was
interrupted.`;

export function retryCommand(terminal: Terminal, finish: Finish) {
  return new Command("retry")
    .description("Repeat the tests or the distribution of a failed build, without a new build.")
    .argument("<environment-or-arn>", "the environment, or the ARN of the build")
    .argument("[image]", "the image; with @version/build for one that is not the newest")
    .addOption(projectOption)
    .option("--no-wait", "do not follow it")
    .option("--logs", "show the log of the build while it runs")
    .addHelpText("after", examples)
    .action(async (where, image, { project, wait, logs = false }) => {
      const { runRetry } = await import("../operations/run-retry");
      finish(
        await operateOnBuild(terminal, { project, where, image }, async (operated, build) =>
          runRetry(operated, { ...build, wait, logs }, terminal),
        ),
      );
    });
}
