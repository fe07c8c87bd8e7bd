import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";

import { Command } from "@commander-js/extra-typings";

import { whyUnreadable } from "../../files/file-error";
import { projectOption } from "../option-values";
import { reportArguments, reporting } from "../plans/report-arguments";
import { projectFolder } from "../project-folder";
import type { Finish, Terminal } from "../terminal";
import { UsageError } from "../usage-error";

const examples = `
Examples:
  terraform plan -out=plan && terraform show -json plan > plan.json
  golden-images review plan.json
  golden-images review plan.json --project . --format html --out plan.html

--project names the project whose files and Git history contain the texts of
documents. Without it, the review does not show these texts.`;

export function reviewCommand({ cwd, stdout }: Terminal, finish: Finish) {
  const command = new Command("review")
    .description("Review an existing Terraform plan.")
    .argument("<plan>", "file with the output of terraform show -json")
    .addOption(projectOption)
    .addHelpText("after", examples);
  return reporting(command).action(async (file, { project, ...given }) => {
    const report = await reportArguments(given);
    const [{ noTexts, projectTexts }, { reviewOf, writeReport }] = await Promise.all([
      import("../plans/project-texts"),
      import("../plans/report"),
    ]);
    const json = await readFile(resolve(cwd, file), "utf8").catch((error: unknown) => {
      throw new UsageError(`"${file}" cannot be read: ${whyUnreadable(error)}`);
    });
    const texts = project === undefined ? noTexts : projectTexts(projectFolder(project, cwd));
    const review = reviewOf({ title: basename(file, ".json"), json, texts }, report, new Date());
    await writeReport(review, report, cwd, stdout);
    finish(review.exitCode);
  });
}
