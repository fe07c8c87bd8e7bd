import { Command } from "@commander-js/extra-typings";

import { operateOnBuild } from "../operations/operate-on-build";
import { projectOption, timeSpan } from "../option-values";
import type { Finish, Terminal } from "../terminal";

const examples = `
Examples:
  golden-images follow poc linux-web
  golden-images follow \\
    arn:aws:imagebuilder:us-east-1:111122223333:image/linux-web/1.0.3/2

Exit code: 0 if the build ends AVAILABLE, 1 if it does not, 130 if following was
interrupted.`;

export function followCommand(terminal: Terminal, finish: Finish) {
  return new Command("follow")
    .description("Follow a build: the newest of an image, or one by its ARN.")
    .argument("<environment-or-arn>", "the environment, or the ARN of the build")
    .argument("[image]", "the image; with @version or @version/build for an earlier one")
    .addOption(projectOption)
    .option("--logs", "show the log of the build while it runs")
    .option("--timeout <time>", "stop following after this time, e.g. 90m or 2h; the build continues", timeSpan)
    .addHelpText("after", examples)
    .action(async (where, image, { project, logs = false, timeout }) => {
      const { runFollow } = await import("../operations/run-follow");
      finish(
        await operateOnBuild(terminal, { project, where, image }, async (operated, build) =>
          runFollow(operated, { ...build, logs, timeout }, terminal),
        ),
      );
    });
}
