import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";

import { resolveFactories } from "../project/factories";
import { readableEnvironments } from "../project/readable";
import { hasErrors, inspectProject } from "../checks/inspect-project";
import { listOf, writeOneOf } from "../problems/suggest";
import { printProblems } from "./print-problems";
import { projectFolder } from "./project-folder";
import { describeConsumer } from "./show/describe-consumer";
import { describeFactory } from "./show/describe-factory";
import { showHtml } from "./show/show-html";
import { showJson } from "./show/show-json";

const usage = `Shows what each environment builds: in which order, from what, and when next.

  npm run show -- [--project FOLDER] [--format FORMAT] [--out FILE] [ENVIRONMENT…]

  --format  text (the default), html for a page with a drawing, json
  --out     file that it is written to; without it standard output`;
const formats = ["text", "html", "json"] as const;

async function main(cwd: string): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      project: { type: "string" },
      format: { type: "string" },
      out: { type: "string" },
      help: { type: "boolean" },
    },
    allowPositionals: true,
  });
  if (values.help === true) {
    console.log(usage);
    return 0;
  }
  const format = formats.find((each) => each === (values.format ?? "text"));
  if (format === undefined)
    throw new Error(`--format is "${values.format ?? ""}"; it must be one of ${listOf(formats)}`);
  const root = projectFolder(values.project, cwd);
  const { project, lock, problems } = await inspectProject(root);
  if (lock === undefined || hasErrors(problems)) {
    process.stderr.write(printProblems(root, problems, process.stderr.isTTY));
    return 1;
  }
  const unknown = positionals.find((name) => !project.environments.has(name));
  if (unknown !== undefined)
    throw new Error(
      `there is no environment "${unknown}" in environments/; ${writeOneOf(unknown, [...project.environments.keys()])}`,
    );
  const clock = { now: new Date(), timezone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  const isShown = (name: string) => positionals.length === 0 || positionals.includes(name);
  const factories = resolveFactories(project, lock).filter(({ environment }) => isShown(environment));
  const environments = [...readableEnvironments(project)].filter(([name]) => isShown(name));
  const text = (): string =>
    `${[
      ...factories.map((factory) => describeFactory(factory, clock)),
      ...environments.flatMap(([name, environment]) => describeConsumer(name, environment) ?? []),
    ].join("\n")}\n`;
  const shown = { text, html: () => showHtml(factories, clock), json: () => showJson(factories, clock.now) }[format]();
  if (values.out === undefined) process.stdout.write(shown);
  else await writeFile(resolve(cwd, values.out), shown);
  return 0;
}

main(process.cwd()).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? `${error.message}\n\n${usage}` : error);
    process.exitCode = 1;
  },
);
