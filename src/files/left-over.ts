import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The name of a file or folder that goes before this process ends; the next run knows by it who left it. */
export function temporaryName(prefix: string): string {
  return `${prefix}.${process.pid}.tmp`;
}

/** A new folder among the temporary ones of the machine, to be removed by the caller. Those of runs that were killed go first. */
export async function makeTemporaryFolder(purpose: string): Promise<string> {
  const prefix = `golden-images-${purpose}`;
  await removeLeftOver(tmpdir(), prefix);
  return mkdtemp(join(tmpdir(), `${prefix}.${process.pid}.`));
}

/** Removes what runs that were killed have left in a folder. A failure is none: it is tried again next time. */
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
    // It runs, as somebody else.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
