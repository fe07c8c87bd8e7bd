import { Command } from "@commander-js/extra-typings";

import type { ImageFactory } from "../../factory/image-factory";
import { operate } from "../operations/operate";
import { projectOption, wholeNumber } from "../option-values";
import type { Finish, Terminal } from "../terminal";

const examples = `
Examples:
  golden-images clean poc
  golden-images clean poc linux-web --keep 5 --yes
  golden-images clean poc linux-web --force ami-0123456789abcdef0 --yes

A build stays if a channel points at it, if it is shared, or if an instance, a
launch template or an Auto Scaling group uses it. --force deletes such a build,
by the exact id of its AMI. Deleted builds cannot be restored.

Exit code: 0, or 1 if something could not be deleted.`;

export function cleanCommand(terminal: Terminal, finish: Finish) {
  return new Command("clean")
    .description("Delete AMIs, snapshots and images that nothing needs. By default it only shows them.")
    .argument("<environment>", "the environment")
    .argument("[image]", "one image (default: all)")
    .addOption(projectOption)
    .option("--keep <n>", "how many good builds of each image stay", wholeNumber(1, 1000), 3)
    .option("--yes", "delete them; by default nothing is deleted")
    .option("--force <ami-ids...>", "also delete these, even if they are in use")
    .addHelpText("after", examples)
    .action(async (environment, image, { project, keep, yes = false, force = [] }) => {
      const [{ runClean }, { oneOrAll }] = await Promise.all([
        import("../operations/run-clean"),
        import("../../operations/images/built"),
      ]);
      const named = (factory: ImageFactory) => oneOrAll(factory, image);
      finish(
        await operate(terminal, { project, environment, named }, async (operated, images) =>
          runClean(operated, { images, keep, yes, force }, terminal.stdout),
        ),
      );
    });
}
