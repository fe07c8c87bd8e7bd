import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { hasErrors, inspectProject } from "../../checks/inspect-project";
import type { Problem } from "../../problems/problem";
import { makeTemporaryFolder } from "../../files/left-over";
import type { Answers } from "./answers";
import { projectTexts, surroundingTexts } from "./project-texts";

export interface NewProject {
  /** Problems of the definitions as they would be written. If one is an error, no file is written. */
  readonly problems: readonly Problem[];
  readonly written: readonly string[];
  /** Files that were there already, and are as they were. */
  readonly kept: readonly string[];
}

/** Writes a project that passes `check`, with its lock, into a folder that may hold other things. No file is overwritten. */
export async function initProject(folder: string, answers: Answers): Promise<NewProject> {
  const texts = new Map(projectTexts(folder, answers));
  const trial = await makeTemporaryFolder("init");
  try {
    await writeNew(trial, texts);
    const { lock, problems } = await inspectProject(trial);
    if (lock === undefined || hasErrors(problems)) return { problems, written: [], kept: [] };
    texts.set("versions.lock.json", lock.text);
    return { problems, ...(await writeNew(folder, texts)) };
  } finally {
    await rm(trial, { recursive: true, force: true });
  }
}

/** Writes what a project needs besides the definitions that it has already. No file is overwritten. */
export async function writeSurroundings(folder: string): Promise<Pick<NewProject, "written" | "kept">> {
  return writeNew(folder, surroundingTexts(folder));
}

async function writeNew(
  folder: string,
  texts: ReadonlyMap<string, string>,
): Promise<{ readonly written: readonly string[]; readonly kept: readonly string[] }> {
  const written: string[] = [];
  const kept: string[] = [];
  for (const [file, text] of texts) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    try {
      await writeFile(path, text, { flag: "wx" });
      written.push(file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      kept.push(file);
    }
  }
  return { written, kept };
}
