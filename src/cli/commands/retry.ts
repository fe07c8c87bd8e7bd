import { Command } from "@commander-js/extra-typings";

import { operateOnBuild } from "../operations/operate-on-build";
import { projectOption } from "../option-values";
import type { Finish, Terminal } from "../terminal";

const examples = `
Examples:
  golden-images retry poc linux-web

It goes on from the tests or the distribution, whichever failed. What failed
before needs a new build.

Exit code: 0 where the build ends AVAILABLE, 1 where it does not, 130 where
following was interrupted.`;

export function retryCommand(terminal: Terminal, finish: Finish) {
  return new Command("retry")
    .description("Go on with a build that failed in its tests or distribution, without building anew.")
    .argument("<environment-or-arn>", "the environment, or the ARN of the build")
    .argument("[image]", "the image; with @version/build for one that is not the newest")
    .addOption(projectOption)
    .option("--no-wait", "do not follow it")
    .option("--logs", "show the log of the build as it comes")
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
