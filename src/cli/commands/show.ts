import { resolve } from "node:path";

import { Command } from "@commander-js/extra-typings";

import { writeAtomically } from "../../files/write-atomically";
import { environmentsMustExist } from "../must-exist";
import { oneOf, projectOption } from "../option-values";
import { startedProject } from "../project-folder";
import { screenOf } from "../screen";
import type { Finish, Terminal } from "../terminal";

const formats = ["text", "html", "json"] as const;

const examples = `
Examples:
  golden-images show
  golden-images show poc --format html --out poc.html

Exit code: 0, or 1 if the project has errors.`;

export function showCommand({ cwd, stdout, stderr }: Terminal, finish: Finish) {
  return new Command("show")
    .description("Show what environments build, in which order, from what, and the next runs.")
    .argument("[environments...]", "by default all")
    .addOption(projectOption)
    .option("--format <format>", "text, json, or html for a page with a drawing", oneOf(formats), "text" as const)
    .option("--out <file>", "write to a file (default: standard output)")
    .addHelpText("after", examples)
    .action(async (names, options) => {
      const root = startedProject(options.project, cwd);
      const [{ hasErrors, inspectProject }, { resolveFactories }] = await Promise.all([
        import("../../checks/inspect-project"),
        import("../../project/factories"),
      ]);
      const [{ describeConsumer }, { describeFactory }, { showHtml }, { showJson }, { printProblems }] =
        await Promise.all([
          import("../show/describe-consumer"),
          import("../show/describe-factory"),
          import("../show/show-html"),
          import("../show/show-json"),
          import("../../checks/print-problems"),
        ]);
      const { project, lock, problems } = await inspectProject(root, { cached: true });
      if (lock === undefined || hasErrors(problems)) {
        stderr.write(printProblems(root, problems, screenOf(stderr)));
        finish(1);
        return;
      }
      environmentsMustExist(names, project.environments.keys());
      const moment = { now: new Date(), timezone: Intl.DateTimeFormat().resolvedOptions().timeZone };
      const isShown = (name: string) => names.length === 0 || names.includes(name);
      const factories = resolveFactories(project, lock).filter(({ environment }) => isShown(environment));
      const environments = [...project.definitions.environments].filter(([name]) => isShown(name));
      const text = (): string =>
        `${[
          ...factories.map((factory) => describeFactory(factory, moment)),
          ...environments.flatMap(([name, environment]) => describeConsumer(name, environment) ?? []),
        ].join("\n")}\n`;
      const shown = { text, html: () => showHtml(factories, moment), json: () => showJson(factories, moment.now) }[
        options.format
      ]();
      if (options.out === undefined) stdout.write(shown);
      else await writeAtomically(resolve(cwd, options.out), shown);
      finish(0);
    });
}
