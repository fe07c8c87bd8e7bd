import { Command } from "@commander-js/extra-typings";

import { operateOnBuild } from "../operations/operate-on-build";
import { projectOption } from "../option-values";
import type { Finish, Terminal } from "../terminal";

const examples = `
Examples:
  golden-images cancel poc linux-web
  golden-images cancel \\
    arn:aws:imagebuilder:us-east-1:111122223333:image/linux-web/1.0.3/2

Exit code: 0 if the build is cancelled, 1 if it has already ended.`;

export function cancelCommand(terminal: Terminal, finish: Finish) {
  return new Command("cancel")
    .description("Cancel a running build. Image Builder terminates its instance.")
    .argument("<environment-or-arn>", "the environment, or the ARN of the build")
    .argument("[image]", "the image; with @version/build for one that is not the newest")
    .addOption(projectOption)
    .addHelpText("after", examples)
    .action(async (where, image, { project }) => {
      const { runCancel } = await import("../operations/run-cancel");
      finish(
        await operateOnBuild(terminal, { project, where, image }, async ({ connection }, build) =>
          runCancel(connection, build, terminal.stdout),
        ),
      );
    });
}
