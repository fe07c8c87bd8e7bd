import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Returns the name of a temporary file or folder. It contains the process ID, so that a later run can tell whether its owner still runs.
 */
export function temporaryName(prefix: string): string {
  return `${prefix}.${process.pid}.tmp`;
}

/**
 * Creates a folder in the temporary folder of the system and removes folders of this purpose that killed runs left. The caller removes it.
 */
export async function makeTemporaryFolder(purpose: string): Promise<string> {
  const prefix = `golden-images-${purpose}`;
  await removeLeftOver(tmpdir(), prefix);
  return mkdtemp(join(tmpdir(), `${prefix}.${process.pid}.`));
}

/** Removes the temporary files and folders that killed runs left in a folder. Failures are ignored: the next run tries again. */
export async function removeLeftOver(folder: string, prefix: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const dead = names.filter((name) => {
    if (!name.startsWith(`${prefix}.`)) return false;
    const [, pid] = /^(\d+)\.\w+$/.exec(name.slice(prefix.length + 1)) ?? [];
    return pid !== undefined && !isRunning(Number(pid));
  });
  await Promise.all(
    dead.map(async (name) => rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined)),
  );
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process runs under another user.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
