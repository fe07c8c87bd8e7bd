import { appendFile, mkdir, readFile, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";

/**
 * Makes Git ignore a folder in this checkout only, with `.git/info/exclude`. Without that, `git add .` fails if the folder is a repository
 * without a commit. Does nothing outside Git, or if the folder is already excluded.
 *
 * @param folder absolute path
 * Source: gitignore(5), $GIT_DIR/info/exclude; its patterns need a backslash before the characters of a wildcard
 */
export async function excludeFromGit(folder: string): Promise<void> {
  const found = await repositoryOf(dirname(folder));
  if (found === undefined) return;
  const path = relative(found.root, folder).split(sep).join("/");
  const line = `/${path.replace(/[\\*?[\]]/g, "\\$&")}/`;
  const file = join(found.common, "info", "exclude");
  const text = await readFile(file, "utf8").catch(() => "");
  if (text.split("\n").includes(line)) return;
  await mkdir(dirname(file), { recursive: true });
  await appendFile(file, `${text === "" || text.endsWith("\n") ? "" : "\n"}${line}\n`);
}

interface Repository {
  /** Folder of the checkout. */
  readonly root: string;
  /** Git folder that all worktrees share and that contains info/exclude. */
  readonly common: string;
}

async function repositoryOf(folder: string): Promise<Repository | undefined> {
  const git = join(folder, ".git");
  const found = await stat(git).catch(() => undefined);
  if (found?.isDirectory() === true) return { root: folder, common: git };
  if (found !== undefined) {
    // In a worktree or submodule, .git is a file with the path of the Git folder.
    const [, own] = /^gitdir: (.+)$/m.exec(await readFile(git, "utf8")) ?? [];
    if (own === undefined) return undefined;
    const gitDir = resolve(folder, own);
    const common = await readFile(join(gitDir, "commondir"), "utf8").catch(() => ".");
    return { root: folder, common: resolve(gitDir, common.trim()) };
  }
  return dirname(folder) === folder ? undefined : repositoryOf(dirname(folder));
}
