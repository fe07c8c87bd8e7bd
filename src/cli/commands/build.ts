import { Command } from "@commander-js/extra-typings";

import type { ImageFactory } from "../../factory/image-factory";
import { askOn } from "../ask";
import { operate } from "../operations/operate";
import { projectOption, timeSpan } from "../option-values";
import type { Finish, Terminal } from "../terminal";

const examples = `
Examples:
  golden-images build poc linux-web
  golden-images build poc linux-web --all --timeout 2h
  golden-images build poc linux-web --no-wait
  golden-images build poc linux-web/weekly     by its further pipeline "weekly"

A parent image that was never built is built first; with --all, every parent is.
A running build is followed, not started again.

Exit code: 0 if every image is AVAILABLE (with --no-wait: is started), 1 if one
is not, 130 if following was interrupted.`;

export function buildCommand(terminal: Terminal, finish: Finish) {
  return new Command("build")
    .description("Build images now, and follow each to its AMI.")
    .argument("<environment>", "the environment")
    .argument("<images...>", "images or containers that it builds")
    .addOption(projectOption)
    .option("--all", "also build all parents of these images")
    .option("--no-wait", "start the build, print its ARN, and do not follow it")
    .option("--logs", "show the log of the build while it runs")
    .option("--timeout <time>", "stop following after this time, e.g. 90m or 2h; the build continues", timeSpan)
    .addHelpText("after", examples)
    .action(async (environment, images, { project, all = false, wait, logs = false, timeout }) => {
      const [{ runBuild }, { pipelinesNamed }] = await Promise.all([
        import("../operations/run-build"),
        import("../../operations/builds/plan-builds"),
      ]);
      const named = (factory: ImageFactory) => pipelinesNamed(factory, images);
      finish(
        await operate(terminal, { project, environment, named }, async (operated, pipelines) =>
          runBuild(operated, { pipelines, all, wait, logs, timeout }, { terminal, ask: askOn(terminal) }),
        ),
      );
    });
}
