import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";

import { parseOptions, reportArguments, reportOptions, reportUsage } from "./plans/report-arguments";
import { noTexts, projectTexts } from "./plans/project-texts";
import { reviewOf, UnreadablePlanError, writeReport } from "./plans/report";
import { projectFolder } from "./project-folder";
import { UsageError } from "./usage-error";

const usage = `Reviews a Terraform plan that is there already: what happens to each image and why, and what needs attention. Any plan will do.

  terraform plan -out=plan && terraform show -json plan > plan.json
  npm run review -- [--project FOLDER] [--format FORMAT] [--out FILE] [--accept CODE,…] PLAN.json

  --project         the project whose files and Git hold the texts of documents; without it none are looked for
${reportUsage}`;

async function main(cwd: string, argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(argv, { ...reportOptions, project: { type: "string" } });
  if (values.help === true) {
    console.log(usage);
    return 0;
  }
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0)
    throw new UsageError("name one file that terraform show -json has written");
  const given = reportArguments(values);
  const json = await readFile(resolve(cwd, file), "utf8").catch((error: unknown) => {
    throw new UsageError(`"${file}" cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  const texts = values.project === undefined ? noTexts : projectTexts(projectFolder(values.project, cwd));
  const review = reviewOf({ title: basename(file, ".json"), json, texts }, given, new Date());
  await writeReport(review, given, cwd, process.stdout);
  return review.exitCode;
}

main(process.cwd(), process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof UsageError) console.error(`${error.message}\n\n${usage}`);
    else console.error(error instanceof UnreadablePlanError ? error.message : error);
    process.exitCode = 1;
  },
);
