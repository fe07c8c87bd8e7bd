import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { inspectProject } from "../../checks/inspect-project";
import { printProblems } from "../../checks/print-problems";
import { paragraph } from "./paragraph";
import { typoIn } from "./sample-edits";
import type { Stage } from "./stage";
import { screenOf } from "../screen";

/** Shows how a mistake is found before anything is deployed. */
export async function showTypo({ project, copy, factory, output }: Stage): Promise<void> {
  const typo = factory && typoIn(project, factory);
  if (typo === undefined) return;
  const file = join(copy, typo.file);
  await writeFile(file, typo.after);
  const { problems } = await inspectProject(copy);
  await writeFile(file, typo.before);
  // What the project is warned of besides has nothing to do with it.
  const found = problems.filter(({ file: place, severity }) => place === typo.file && severity === "error");
  output.write(paragraph(`A typo in ${typo.file}. golden-images check:`));
  output.write(paragraph(printProblems(copy, found, screenOf(output))));
}
