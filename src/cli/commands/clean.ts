import { Command } from "@commander-js/extra-typings";

import { projectOption, wholeNumber } from "../option-values";
import type { Finish, Terminal } from "../terminal";

const examples = `
Examples:
  golden-images clean poc
  golden-images clean poc linux-web --keep 5 --yes
  golden-images clean poc linux-web --force ami-0123456789abcdef0 --yes

A build stays where a channel points at it, where it is shared, and where an
instance, a launch template or an Auto Scaling group uses it. --force takes one
build by the exact id of its AMI all the same. There is no way back.

Exit code: 0, or 1 where something could not be removed.`;

export function cleanCommand(terminal: Terminal, finish: Finish) {
  return new Command("clean")
    .description("Remove AMIs, snapshots and images that nothing needs. By default it only shows them.")
    .argument("<environment>", "the environment")
    .argument("[image]", "one image (default: all)")
    .addOption(projectOption)
    .option("--keep <n>", "the newest good builds of each image that stay (default: 3)", wholeNumber(1, 1000), 3)
    .option("--yes", "remove them; by default nothing is removed")
    .option("--force <ami-ids...>", "also remove these, even where they are in use")
    .addHelpText("after", examples)
    .action(async (environment, image, { project, keep, yes = false, force = [] }) => {
      const [{ operate }, { runClean }] = await Promise.all([
        import("../operations/operate"),
        import("../operations/run-clean"),
      ]);
      finish(
        await operate(terminal, { project, environment }, async (operated) =>
          runClean(operated, { image, keep, yes, force }, terminal.stdout),
        ),
      );
    });
}
