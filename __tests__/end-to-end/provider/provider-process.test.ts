import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

import { temporaryFolder } from "../harness";
import { startProvider } from "./provider-process";

/** A folder with a program in the place of a provider: it writes down its process id, says that it listens, and stays. */
function folderWithProvider(): string {
  const folder = temporaryFolder();
  const text = `#!/bin/sh\necho $$ > pid\necho '{"String":"nowhere"}'\nexec sleep 600\n`;
  writeFileSync(join(folder, "provider"), text, { mode: 0o755 });
  return folder;
}

const pidOf = (folder: string): number => Number(readFileSync(join(folder, "pid"), "utf8"));

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Where this never comes, the time limit of the test ends it. */
async function gone(pid: number): Promise<void> {
  while (runs(pid)) await setTimeout(20);
}

/** Another process that starts it and stays. */
function startElsewhere(folder: string) {
  const text = `
    import { startProvider } from ${JSON.stringify(join(__dirname, "provider-process.ts"))};
    const folder = ${JSON.stringify(folder)};
    await startProvider({ program: folder + "/provider", folder, environment: process.env });
    console.log("started");
    setInterval(() => undefined, 1000);`;
  writeFileSync(join(folder, "start.mts"), text);
  return spawn(process.execPath, ["--import", "tsx", join(folder, "start.mts")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

describe("the process of a provider that stays", () => {
  it("ends when it is stopped", async () => {
    const folder = folderWithProvider();
    const provider = await startProvider({ program: join(folder, "provider"), folder, environment: process.env });
    const pid = pidOf(folder);
    expect(runs(pid)).toBe(true);
    provider.stop();
    await gone(pid);
  });

  it("ends when the process that started it is killed", async () => {
    const folder = folderWithProvider();
    const starter = startElsewhere(folder);
    await once(starter.stdout, "data");
    const pid = pidOf(folder);
    expect(runs(pid)).toBe(true);
    starter.kill("SIGKILL");
    await gone(pid);
  });
});
