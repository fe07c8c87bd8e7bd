import { progressOn } from "./demo/progress";
import { makePlan } from "./plans/make-plan";
import { parseOptions, reportArguments, reportOptions, reportUsage } from "./plans/report-arguments";
import { writeReport } from "./plans/report";
import { withTemporary } from "./plans/with-temporary";
import { projectFolder } from "./project-folder";
import { UsageError } from "./usage-error";

const usage = `Plans one environment and reviews the plan: what happens to each image and why, and what needs attention. Applies nothing.

  npm run plan -- [--project FOLDER] [--drift] [--format FORMAT] [--out FILE] [--accept CODE,…] ENVIRONMENT

  --project         the folder that holds images/, environments/ and the rest; without it the current one
  --drift           report what has changed outside Terraform, and nothing else
  --save            file that the plan is kept in for "npm run deploy -- --plan FILE"; it holds the state, with its secrets
  --base            commit or branch whose provider version is compared with; without it the newest commit
${reportUsage}`;

const options = {
  ...reportOptions,
  project: { type: "string" },
  drift: { type: "boolean" },
  save: { type: "string" },
  base: { type: "string" },
} as const;

async function main(cwd: string, argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(argv, options);
  if (values.help === true) {
    console.log(usage);
    return 0;
  }
  const [stack, ...others] = positionals;
  if (stack === undefined || others.length > 0) throw new UsageError("name one environment");
  const report = reportArguments(values);
  const root = projectFolder(values.project, cwd);
  return withTemporary(async (temporary, signal) => {
    const { review } = await makePlan({
      root,
      stack,
      environment: process.env,
      signal,
      step: progressOn(process.stderr),
      temporary,
      report,
      base: values.base,
      drift: values.drift === true,
      save: values.save,
      now: new Date(),
    });
    await writeReport(review, report, cwd, process.stdout);
    return review.exitCode;
  });
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
