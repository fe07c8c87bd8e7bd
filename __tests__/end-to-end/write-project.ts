import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { inspectProject } from "../../src/checks/inspect-project";

/** Writes a project and its lock. @throws with the problems if it has errors */
export async function writeProject(project: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), text);
  }
  const { lock, problems } = await inspectProject(project);
  if (lock === undefined) throw new Error(problems.map(({ file, message }) => `${file}: ${message}`).join("\n"));
  writeFileSync(join(project, "versions.lock.json"), lock.text);
}
