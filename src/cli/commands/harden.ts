import { Command, Option } from "@commander-js/extra-typings";

import type { Hardening } from "../../adoption/hardening";
import { projectOption } from "../option-values";
import { onStack } from "../plans/on-stack";
import { projectFolder } from "../project-folder";
import type { Finish, Terminal } from "../terminal";

const hardenings = [
  "documents",
  "logs",
  "metadata",
  "volumes",
  "overrides",
  "comments",
] as const satisfies readonly Hardening[];

const examples = `
Examples:
  golden-images harden poc                       shows all of it, and the plan
  golden-images harden poc --only documents logs
  golden-images harden poc --only documents --write

documents, logs  buckets are encrypted, private and closed to plain HTTP
metadata         only IMDSv2 is allowed
volumes          volumes are encrypted: a new version of the recipe, in every
                 environment that builds the image
overrides        resources get the descriptions and tags of this project
comments         "check-ignore-file" comments of an adoption whose rule no
                 longer finds anything; only in definitions

It changes nothing in AWS. Comments and all other lines stay as they are.

Exit code: 0, or 1 if it failed, or the plan would destroy something, or replace
anything except a recipe.`;

export function hardenCommand(terminal: Terminal, finish: Finish) {
  const { cwd, stdout } = terminal;
  return new Command("harden")
    .description("Remove the lines by which an adopted environment keeps old settings, and show the effect in a plan.")
    .argument("<environment>", "an adopted environment")
    .addOption(projectOption)
    .addOption(new Option("--only <what...>", "one or more of these; default: all").choices(hardenings))
    .addOption(new Option("--write", "write the files; without it, only show"))
    .addHelpText("after", examples)
    .action(async (name, { project, only, write = false }) => {
      const root = projectFolder(project, cwd);
      const { runHarden } = await import("../harden/run-harden");
      const say = (text: string): void => {
        stdout.write(text);
      };
      await onStack(terminal, { root, stack: name }, async (options) => {
        finish((await runHarden({ ...options, only, write, say })) ? 0 : 1);
      });
    });
}
