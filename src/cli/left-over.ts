import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** The name of a file or folder that goes before this process ends; the next run knows by it who left it. */
export function temporaryName(purpose: string): string {
  return `.${purpose}.${process.pid}.tmp`;
}

/** Removes what runs that were killed have left in a folder. A failure is none: it is tried again next time. */
export async function removeLeftOver(folder: string, purpose: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const dead = names.filter((name) => {
    if (!name.startsWith(`.${purpose}.`)) return false;
    const [, pid] = /^\.(\d+)\.tmp$/.exec(name.slice(purpose.length + 1)) ?? [];
    return pid !== undefined && !isRunning(Number(pid));
  });
  await Promise.all(
    dead.map(async (name) => rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined)),
  );
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, as somebody else.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
