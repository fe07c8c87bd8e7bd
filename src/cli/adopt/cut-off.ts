import { readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";

import { existingFiles } from "../../files/new-files";
import { UserError } from "../../files/user-error";

/** Returns the path of the first file that an adoption writes: the moves of the environment. */
export function movesFile(environment: string): string {
  return `adopted/${environment}.json`;
}

/** Returns the path of the last file that an adoption writes: the environment. */
export function environmentFile(environment: string): string {
  return `environments/${environment}.yaml`;
}

/**
 * Checks that the environment was not adopted before, completely or partly.
 *
 * @throws UserError if it was; for a partial adoption, the message lists the files that were written
 */
export async function refuseEarlierAdoption(root: string, environment: string): Promise<void> {
  const [moves, last] = [movesFile(environment), environmentFile(environment)];
  const taken = await existingFiles(root, [last, moves]);
  if (taken.length === 0) return;
  if (taken.includes(last))
    throw new UserError(`${taken.join(" and ")} is there already, and nothing is overwritten; choose another name`);
  throw new UserError(
    [
      `${moves} is there and ${last} is not: an adoption was ended before it had written all; nothing was written`,
      "delete what it has left, and run this again; these files were written since it began:",
      ...(await writtenSince(root, moves, environment)).map((file) => `  ${file}`),
    ].join("\n"),
  );
}

/** Returns the paths of the definitions and documents that are at least as new as a file, including that file. */
async function writtenSince(root: string, first: string, environment: string): Promise<readonly string[]> {
  const { mtimeMs: began } = await stat(join(root, first));
  const folders = ["images", "containers", "components", "workflows", `terraform/${environment}`];
  const files = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    }),
  );
  const ages = await Promise.all(files.flat().map(async (file) => ({ file, written: (await stat(file)).mtimeMs })));
  const since = ages
    .filter(({ written }) => written >= began)
    .map(({ file }) => relative(root, file).replaceAll("\\", "/"));
  return [first, ...since.sort()];
}
