import { createInterface } from "node:readline/promises";

import { progressOn } from "./demo/progress";
import { parseOptions, reportArguments, reportOptions } from "./plans/report-arguments";
import { runDeploy } from "./plans/run-deploy";
import { withTemporary } from "./plans/with-temporary";
import { projectFolder } from "./project-folder";
import { UsageError } from "./usage-error";

const usage = `Applies a plan of one environment after it was reviewed, and nothing but that plan.

  npm run deploy -- [--project FOLDER] [--plan FILE] [--yes] [--accept CODE,…] ENVIRONMENT

  --project  the folder that holds images/, environments/ and the rest; without it the current one
  --plan     the plan that "npm run plan -- --save FILE ENVIRONMENT" has kept; without it one is made and shown
  --yes      apply without asking, for CI
  --accept   codes of findings that are meant, with commas; docs/review-rules.md lists them

It refuses a plan of another environment or commit, one that is stale, and findings that are not accepted.
Exit code: 0 it is applied, or there is nothing to do; 3 findings are not accepted; 1 it failed.`;

const options = {
  accept: reportOptions.accept,
  "show-user-data": reportOptions["show-user-data"],
  help: reportOptions.help,
  project: { type: "string" },
  plan: { type: "string" },
  yes: { type: "boolean" },
} as const;

async function main(cwd: string, argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(argv, options);
  if (values.help === true) {
    console.log(usage);
    return 0;
  }
  const [stack, ...others] = positionals;
  if (stack === undefined || others.length > 0) throw new UsageError("name one environment");
  if (values.yes !== true && !process.stdin.isTTY)
    throw new UsageError("there is nobody to ask; write --yes to apply without asking");
  const root = projectFolder(values.project, cwd);
  return withTemporary((temporary, signal) =>
    runDeploy({
      root,
      stack,
      environment: process.env,
      signal,
      step: progressOn(process.stderr),
      temporary,
      report: reportArguments(values),
      now: new Date(),
      plan: values.plan,
      confirm: async (question) => values.yes === true || (await answer(question, signal)) === "yes",
      output: process.stdout,
    }),
  );
}

async function answer(question: string, signal: AbortSignal): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await terminal.question(question, { signal })).trim();
  } finally {
    terminal.close();
  }
}

main(process.cwd(), process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    console.error(error instanceof UsageError ? `${message}\n\n${usage}` : `\n${message}`);
    process.exitCode ??= 1;
  },
);
