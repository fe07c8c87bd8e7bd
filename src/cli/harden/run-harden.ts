import { cp } from "node:fs/promises";
import { join } from "node:path";

import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";

import { type Hardening, type KeptAsItWas, keptInEnvironment, keptInImage } from "../../adoption/hardening";
import { proofInWords } from "../../adoption/proof";
import { withoutPath } from "../../adoption/without-path";
import { inspectProject } from "../../checks/inspect-project";
import { UserError } from "../../files/user-error";
import { writeAtomically } from "../../files/write-atomically";
import { loadProject, lockFile, type Project } from "../../project/load-project";
import type { YamlSource } from "../../problems/yaml-source";
import { copyProject, writeFiles } from "../adopt/copy-project";
import { proveIn } from "../adopt/prove";
import { environmentsMustExist } from "../must-exist";
import { readyStack, type StackOptions } from "../plans/stack";
import { describeChange } from "../../versions/change";

export interface HardenOptions extends StackOptions {
  /** Which; default: all. */
  readonly only?: readonly Hardening[];
  /** Whether the files are written. */
  readonly write: boolean;
  readonly say: (text: string) => void;
}

/**
 * Takes the lines away by which an adoption has kept what the old code set, once a plan has shown that this adds and changes in place
 * alone. Volumes are part of a recipe, which gets a new version.
 *
 * @returns whether the plan is as it has to be; else, nothing was written
 * @throws UserError
 */
export async function runHarden(options: HardenOptions): Promise<boolean> {
  const { root, stack: environment, say, temporary } = options;
  const project = await loadProject(root);
  environmentsMustExist([environment], [...project.environments.keys()]);
  const files = hardened(project, environment, options.only);
  if (files.size === 0) {
    say("Nothing is left to harden.\n");
    return true;
  }
  for (const [file, { before, after }] of files)
    say(createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, "", "", { headerOptions: FILE_HEADERS_ONLY }));

  const copy = join(temporary, "hardened");
  await copyProject(project, root, copy);
  const texts = new Map([...files].map(([file, { after }]) => [file, after] as const));
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

interface Edit {
  readonly before: string;
  readonly after: string;
}

/** What changes, by file. */
function hardened(project: Project, name: string, only: readonly Hardening[] | undefined): Map<string, Edit> {
  const environment = project.environments.get(name);
  const wanted = ({ of }: KeptAsItWas): boolean => only?.includes(of) !== false;
  const edits = new Map<string, Edit>();
  const edit = (source: YamlSource, kept: readonly KeptAsItWas[]): void => {
    const before = source.text;
    const after = kept.filter(wanted).reduce((text, { path }) => {
      const without = withoutPath(text, path);
      if (without === undefined)
        throw new UserError(`${source.file}: "${path.join(".")}" cannot be cut out of the text; remove it by hand`);
      return without;
    }, before);
    if (after !== before) edits.set(source.file, { before, after });
  };
  if (environment === undefined) return edits;
  edit(environment.source, keptInEnvironment(environment.source.value()));
  for (const image of Object.keys(environment.value?.images ?? {})) {
    const definition = project.images.get(image);
    if (definition !== undefined) edit(definition.source, keptInImage(definition.source.value()));
  }
  return edits;
}
