import { allProblems, inspectProject } from "../checks/inspect-project";
import { allRules } from "./all-rules";
import { checkUsage, parseCheckArguments } from "./check-arguments";
import { checkFiles } from "./check-files";
import { describeStates } from "./describe-states";
import { projectFolder } from "./project-folder";
import { runCheck } from "./run-check";
import { textReader } from "./text-reader";
import { UsageError } from "./usage-error";

async function main(cwd: string, argv: readonly string[]): Promise<number> {
  const given = parseCheckArguments(argv);
  if (given.help) {
    console.log(checkUsage);
    return 0;
  }
  const root = projectFolder(given.project, cwd);
  const readText = textReader(root);
  let states = "";
  const project = async () => {
    const inspection = await inspectProject(root);
    states = describeStates(inspection.project);
    return allProblems(inspection);
  };
  const code = await runCheck(
    given,
    { project, files: (files, platform) => checkFiles(files, platform, { root, readText, project, rules: allRules }) },
    { out: (text) => process.stdout.write(text), colour: process.stdout.isTTY, readText, rules: allRules },
  );
  if (given.format === "human") process.stdout.write(states);
  return code;
}

main(process.cwd(), process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof UsageError ? `${error.message}\n\n${checkUsage}` : error);
    process.exitCode = 1;
  },
);
