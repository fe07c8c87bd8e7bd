import { hasErrors, inspectProject } from "../../checks/inspect-project";
import { writeNewFiles } from "../../files/new-files";
import type { Problem } from "../../problems/problem";
import { withTemporary } from "../with-temporary";
import type { Answers } from "./answers";
import { projectTexts, surroundingTexts } from "./project-texts";

/** The result of {@link initProject}. */
export interface NewProject {
  /** Problems of the definitions as they would be written. If one is an error, no file is written. */
  readonly problems: readonly Problem[];
  readonly written: readonly string[];
  /** Paths of files that existed before. They were not changed. */
  readonly kept: readonly string[];
}

/** Writes a project that passes `check`, with its lock, into a folder that can contain other files. Does not overwrite files. */
export async function initProject(folder: string, answers: Answers): Promise<NewProject> {
  const texts = new Map(projectTexts(folder, answers));
  return withTemporary("init", async (trial) => {
    await writeNewFiles(trial, texts);
    const { lock, problems } = await inspectProject(trial);
    if (lock === undefined || hasErrors(problems)) return { problems, written: [], kept: [] };
    texts.set("versions.lock.json", lock.text);
    return { problems, ...(await writeNewFiles(folder, texts)) };
  });
}

/** Writes the files that existing definitions need around them. Does not overwrite files. */
export async function writeSurroundings(folder: string): Promise<Pick<NewProject, "written" | "kept">> {
  return writeNewFiles(folder, surroundingTexts(folder));
}
