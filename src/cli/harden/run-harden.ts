import { cp } from "node:fs/promises";
import { join } from "node:path";

import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";

import type { Hardening } from "../../adoption/hardening";
import { proofInWords } from "../../adoption/proof";
import { inspectProject } from "../../checks/inspect-project";
import { UserError } from "../../files/user-error";
import { writeAtomically } from "../../files/write-atomically";
import { loadProject, lockFile } from "../../project/load-project";
import { describeChange } from "../../versions/change";
import { proveIn } from "../adopt/prove";
import { copyProject, writeFiles } from "../copy-project";
import { environmentsMustExist } from "../must-exist";
import { readyStack, type StackOptions } from "../plans/stack";
import { editsOf } from "./edits";

export interface HardenOptions extends StackOptions {
  /** Which settings to harden. Default: all. */
  readonly only?: readonly Hardening[];
  /** Whether to write the files. */
  readonly write: boolean;
  readonly say: (text: string) => void;
}

/**
 * Removes the lines with which an adoption kept the settings of the old code, and its comments that no longer silence anything, after a
 * plan has shown that resources are only added or changed in place. Volumes are part of a recipe, which gets a new version.
 *
 * @returns true if the plan destroys and replaces nothing (or if nothing is left to harden); false if nothing was written
 * @throws UserError if the definitions would have errors
 */
export async function runHarden(options: HardenOptions): Promise<boolean> {
  const { root, stack: environment, say, temporary } = options;
  const project = await loadProject(root);
  environmentsMustExist([environment], [...project.environments.keys()]);
  const copy = join(temporary, "hardened");
  await copyProject(root, project.dockerfiles.keys(), copy);
  const edits = await editsOf(project, { environment, only: options.only, copy });
  if (edits.size === 0) {
    say("Nothing is left to harden.\n");
    return true;
  }
  for (const [file, { before, after }] of edits)
    say(createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, "", "", { headerOptions: FILE_HEADERS_ONLY }));

  const texts = new Map([...edits].map(([file, { after }]) => [file, after] as const));
  await writeFiles(copy, texts);
  await cp(join(root, "state"), join(copy, "state"), { recursive: true }).catch(() => undefined);
  const { lock, problems } = await inspectProject(copy);
  const errors = problems.filter(({ severity }) => severity === "error");
  if (lock === undefined || errors.length > 0)
    throw new UserError(
      [
        "the definitions would have errors; nothing was written",
        ...errors.map(({ file, line, code, message, fix }) => `  ${file}:${line} ${code}: ${message}; ${fix}`),
      ].join("\n"),
    );
  await writeFiles(copy, new Map([[lockFile, lock.text]]));
  for (const change of lock.changes) say(`${describeChange(change)}\n`);
  const ready = await readyStack({ ...options, root: copy });
  const proof = await proveIn(ready.terraform(), { ...options, newVersions: true });
  say(`${proofInWords(proof).join("\n")}\n`);
  if (!proof.holds) {
    say("This plan destroys or replaces something: nothing was written. Name what to harden with --only.\n");
    return false;
  }
  if (!options.write) {
    say("Nothing was written. Add --write to write it.\n");
    return true;
  }
  for (const [file, text] of [...texts, [lockFile, lock.text] as const]) await writeAtomically(join(root, file), text);
  say(["Written:", ...texts.keys(), lockFile].join("\n  ") + "\n");
  return true;
}
