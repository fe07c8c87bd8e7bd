import { parseArgs } from "node:util";

import { resolveFactories } from "../project/factories";
import { readableEnvironments } from "../project/readable";
import { hasErrors, inspectProject } from "../checks/inspect-project";
import { writeOneOf } from "../problems/suggest";
import { printProblems } from "./print-problems";
import { projectFolder } from "./project-folder";
import { describeConsumer } from "./show/describe-consumer";
import { describeFactory } from "./show/describe-factory";

const usage = `Shows what each environment builds: in which order, from what, and when next.

  npm run show -- [--project FOLDER] [ENVIRONMENT…]`;

async function main(cwd: string): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { project: { type: "string" }, help: { type: "boolean" } },
    allowPositionals: true,
  });
  if (values.help === true) {
    console.log(usage);
    return 0;
  }
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
  const shown = [
    ...factories.map((factory) => describeFactory(factory, clock)),
    ...environments.flatMap(([name, environment]) => describeConsumer(name, environment) ?? []),
  ];
  console.log(shown.join("\n"));
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
