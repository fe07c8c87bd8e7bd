import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { inspectProject } from "../../checks/inspect-project";
import { printProblems } from "../../checks/print-problems";
import { UserError } from "../../files/user-error";
import { loadProject } from "../../project/load-project";
import { projectTexts } from "../plans/project-texts";
import { projectView } from "../plans/project-view";
import { reportIn, reviewOf } from "../plans/report";
import { runLock } from "../run-lock";
import { paper, screenOf } from "../screen";
import { paragraph } from "./paragraph";
import { editIn, typoIn } from "./sample-edits";
import type { Stage } from "./stage";

/** Shows the result of an edit in a deployed environment: new versions, a reviewed plan, and a replacement that succeeds at the first attempt. */
export async function showEdit(stage: Stage): Promise<void> {
  const { project, copy, factory, local, output, step } = stage;
  const edit = factory && editIn(project, factory);
  if (edit === undefined) return;
  await writeFile(join(copy, edit.file), edit.after);
  output.write(paragraph(`An edit of ${edit.file}. golden-images lock:`));
  await lockCopy(stage);
  await step("Synthesise again", async () => {
    await local.replaceBy(await stage.synthesiseAgain());
    return "the new versions are in the JSON";
  });
  const json = await step(
    "terraform plan",
    async (doing) => local.planJson(doing),
    () => "reviewed below",
  );
  output.write(paragraph(`golden-images plan ${local.stack.name}:`));
  output.write(paragraph(await reviewed(stage, json)));
  output.write("\n");
  await step("terraform apply", async (doing) => local.apply(doing));
}

async function lockCopy({ copy, output }: Stage): Promise<void> {
  let said = "";
  const write = (text: string): void => {
    said += text;
  };
  const code = await runLock(copy, {}, { ...paper, out: write, err: write });
  if (code !== 0) throw new UserError(said.trim());
  output.write(`${paragraph(said)}\n`);
}

async function reviewed({ root, copy, local, output }: Stage, json: string): Promise<string> {
  const [before, after] = [projectTexts(root), projectTexts(copy)];
  const review = reviewOf(
    {
      title: local.stack.name,
      json,
      texts: { ...after, find: (sha256) => after.find(sha256) ?? before.find(sha256) },
      project: projectView(await loadProject(copy), local.stack.name),
    },
    { format: "text", accepted: [], showUserData: false },
    new Date(),
  );
  return reportIn("text", review, screenOf(output));
}

/** Shows how `check` finds a mistake before anything is deployed. */
export async function showTypo({ project, copy, factory, output }: Stage): Promise<void> {
  const typo = factory && typoIn(project, factory);
  if (typo === undefined) return;
  const file = join(copy, typo.file);
  await writeFile(file, typo.after);
  const { problems } = await inspectProject(copy);
  await writeFile(file, typo.before);
  // Other warnings of the project are not about the typo.
  const found = problems.filter(({ file: place, severity }) => place === typo.file && severity === "error");
  output.write(paragraph(`A typo in ${typo.file}. golden-images check:`));
  output.write(paragraph(printProblems(copy, found, screenOf(output))));
}
