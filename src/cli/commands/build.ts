import { Command } from "@commander-js/extra-typings";

import { projectOption, timeSpan } from "../option-values";
import type { Finish, Terminal } from "../terminal";

const examples = `
Examples:
  golden-images build poc linux-web
  golden-images build poc linux-web --all --timeout 2h
  golden-images build poc linux-web --no-wait

What an image stands on is built first where it was never built; with --all in
any case. A build that is running already is followed, not started again.

Exit code: 0 where every image is AVAILABLE (with --no-wait: is started), 1
where one is not, 130 where following was interrupted.`;

export function buildCommand(terminal: Terminal, finish: Finish) {
  return new Command("build")
    .description("Build images now, and follow each to its AMI.")
    .argument("<environment>", "the environment")
    .argument("<images...>", "images or containers that it builds")
    .addOption(projectOption)
    .option("--all", "build the whole chain: everything that the images stand on, too")
    .option("--no-wait", "start it, print its ARN, and do not follow it")
    .option("--logs", "show the log of the build as it comes")
    .option("--timeout <time>", "follow no longer than this, e.g. 90m or 2h; the build itself goes on", timeSpan)
    .addHelpText("after", examples)
    .action(async (environment, images, { project, all = false, wait, logs = false, timeout }) => {
      const [{ operateAndAsk }, { runBuild }] = await Promise.all([
        import("../operations/operate-and-ask"),
        import("../operations/run-build"),
      ]);
      finish(
        await operateAndAsk(terminal, { project, environment }, async (operated, ask) =>
          runBuild(operated, { images, all, wait, logs, timeout }, terminal, ask),
        ),
      );
    });
}
