import { execFile, execFileSync, type ExecFileSyncOptions } from "node:child_process";

/**
 * Returns the hash of the newest commit of a project folder, and whether files of the project differ from that commit. `commit` is
 * undefined if the folder is in no repository, or if Git is not installed.
 */
export async function gitOf(folder: string): Promise<{ readonly commit?: string; readonly dirty: boolean }> {
  const commit = (await git(folder, ["rev-parse", "HEAD"]))?.trim();
  if (commit === undefined) return { dirty: false };
  const status = await git(folder, ["status", "--porcelain", "--untracked-files=normal", "--", "."]);
  return { commit, dirty: status !== "" };
}

/** Returns the text of a file at a commit or branch, or undefined if it does not exist there. */
export async function fileAt(folder: string, revision: string, file: string): Promise<string | undefined> {
  return git(folder, ["show", `${revision}:./${file}`]);
}

/** Most versions of documents that are searched. */
const MOST_BLOBS = 5000;

/** Returns all versions of the files in some folders from the Git history, the newest first. */
export function versionsIn(folder: string, below: readonly string[]): readonly string[] {
  const options: ExecFileSyncOptions = {
    cwd: folder,
    maxBuffer: 256 * 1024 * 1024,
    stdio: ["pipe", "pipe", "ignore"],
  };
  try {
    const found = ["log", "--all", "--format=", "--raw", "--no-abbrev", "--no-renames", "-m", "--", ...below];
    const log = execFileSync("git", found, { ...options, encoding: "utf8" });
    const ids = new Set<string>();
    for (const [, before = "", after = ""] of log.matchAll(/^:\d+ \d+ ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) /gm))
      for (const id of [after, before]) if (!/^0+$/.test(id) && ids.size < MOST_BLOBS) ids.add(id);
    if (ids.size === 0) return [];
    const input = [...ids].join("\n");
    return blobs(Buffer.from(execFileSync("git", ["cat-file", "--batch"], { ...options, input })));
  } catch {
    return [];
  }
}

/** Parses the output of `git cat-file --batch`: `<id> blob <size>\n<content>\n`, repeated. */
function blobs(output: Buffer): string[] {
  const texts: string[] = [];
  for (let from = 0; from < output.length;) {
    const end = output.indexOf("\n", from);
    const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(output.subarray(from, end).toString()) ?? [];
    if (end < 0) break;
    if (size === undefined) {
      from = end + 1;
      continue;
    }
    texts.push(output.subarray(end + 1, end + 1 + Number(size)).toString());
    from = end + 2 + Number(size);
  }
  return texts;
}

async function git(folder: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile("git", [...args], { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (error, stdout) => {
      resolve(error === null ? stdout : undefined);
    });
  });
}
