import { Command } from "@commander-js/extra-typings";

import type { ImageFactory } from "../../factory/image-factory";
import { operate } from "../operations/operate";
import { formatOption, projectOption, wholeNumber } from "../option-values";
import type { Finish, Terminal } from "../terminal";

const examples = `
Examples:
  golden-images images poc
  golden-images images poc linux-web --limit 3
  golden-images images poc linux-web --format json

Exit code: 0, or 1 if AWS did not answer.`;

export function imagesCommand(terminal: Terminal, finish: Finish) {
  return new Command("images")
    .description("Show what was built: versions, AMIs by region, who may use them, and who does.")
    .argument("<environment>", "the environment")
    .argument("[image]", "one image or container (default: all)")
    .addOption(projectOption)
    .addOption(formatOption())
    .option("--limit <n>", "how many builds of each image", wholeNumber(1, 1000), 5)
    .addHelpText("after", examples)
    .action(async (environment, image, { project, format, limit }) => {
      const [{ runImages }, { oneOrAll }] = await Promise.all([
        import("../operations/run-images"),
        import("../../operations/images/built"),
      ]);
      const named = (factory: ImageFactory) => oneOrAll(factory, image);
      finish(
        await operate(terminal, { project, environment, named }, async (operated, images) =>
          runImages(operated, { images, format, limit }, terminal.stdout),
        ),
      );
    });
}
