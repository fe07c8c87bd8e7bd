import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

import { MotoUnavailable, startMoto } from "../../sandbox/moto";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "moto-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** An environment in which a program called moto_server does as told. */
function motoThat(script: string): NodeJS.ProcessEnv {
  writeFileSync(join(folder, "moto_server"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return { PATH: `${folder}:/usr/bin:/bin` };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe("the start of moto_server", () => {
  it("says how to install it where it is missing", async () => {
    await expect(startMoto({ PATH: "/usr/bin:/bin" })).rejects.toThrow(
      new MotoUnavailable("moto_server is not installed: pip install 'moto[server]'"),
    );
  });

  it("fails at once, with what the server said, where the server ends", async () => {
    const start = startMoto(motoThat("echo no such account >&2; exit 1"));
    await expect(start).rejects.toBeInstanceOf(MotoUnavailable);
    await expect(start).rejects.toThrow("no such account");
  });

  it("is given up when told to, and leaves no server", async () => {
    const stop = new AbortController();
    const pidFile = join(folder, "pid");
    const start = startMoto(motoThat(`echo $$ > ${pidFile}; exec sleep 60`), stop.signal);
    while (!existsSync(pidFile)) await delay(10);
    stop.abort(new Error("stopped"));
    await expect(start).rejects.toThrow("stopped");
    const pid = Number(readFileSync(pidFile, "utf8"));
    expect(pid).toBeGreaterThan(0);
    expect(isRunning(pid)).toBe(false);
  });
});
