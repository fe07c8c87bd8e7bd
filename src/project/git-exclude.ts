import { appendFile, mkdir, readFile, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";

/**
 * Makes Git ignore a folder in this checkout alone, as `.git/info/exclude` does. Without it `git add .` fails on a folder that is
 * a repository without a commit. Does nothing outside Git, or where the folder is excluded already.
 *
 * @param folder absolute
 * Source: gitignore(5), $GIT_DIR/info/exclude
 */
export async function excludeFromGit(folder: string): Promise<void> {
  const found = await repositoryOf(dirname(folder));
  if (found === undefined) return;
  const line = `/${relative(found.root, folder).split(sep).join("/")}/`;
  const file = join(found.common, "info", "exclude");
  const text = await readFile(file, "utf8").catch(() => "");
  if (text.split("\n").includes(line)) return;
  await mkdir(dirname(file), { recursive: true });
  await appendFile(file, `${text === "" || text.endsWith("\n") ? "" : "\n"}${line}\n`);
}

interface Repository {
  /** The checkout. */
  readonly root: string;
  /** What all its worktrees share: the folder that holds info/exclude. */
  readonly common: string;
}

async function repositoryOf(folder: string): Promise<Repository | undefined> {
  const git = join(folder, ".git");
  const found = await stat(git).catch(() => undefined);
  if (found?.isDirectory() === true) return { root: folder, common: git };
  if (found !== undefined) {
    // A worktree or a submodule: a file that names the folder.
    const [, own] = /^gitdir: (.+)$/m.exec(await readFile(git, "utf8")) ?? [];
    if (own === undefined) return undefined;
    const gitDir = resolve(folder, own);
    const common = await readFile(join(gitDir, "commondir"), "utf8").catch(() => ".");
    return { root: folder, common: resolve(gitDir, common.trim()) };
  }
  return dirname(folder) === folder ? undefined : repositoryOf(dirname(folder));
}
