import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { createInterface } from "node:readline";

import { describeWithTools } from "../helpers/require-tool";
import { threeEnvironments } from "../helpers/three-environments";
import { temporaryFolder } from "./harness";
import { ownProgram } from "./own-program";

jest.setTimeout(120_000);

describeWithTools(["terraform", "moto_server"], "the demonstration", () => {
  it.each([
    // A terminal sends it to every process of the group.
    ["SIGINT", 130, (pid: number) => -pid],
    ["SIGTERM", 143, (pid: number) => pid],
  ] as const)("stops all it started on %s, and leaves no file", async (signal, exitCode, receiver) => {
    const temporary = temporaryFolder();
    const demo = spawn(process.execPath, [...ownProgram(), "demo"], {
      cwd: threeEnvironments,
      env: { ...process.env, TMPDIR: temporary },
      stdio: ["ignore", "pipe", "ignore"],
      detached: true,
    });
    let endpoint = "";
    createInterface({ input: demo.stdout }).on("line", (line) => {
      endpoint ||= /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0] ?? "";
      if (line.includes("terraform init")) process.kill(receiver(demo.pid ?? 0), signal);
    });
    expect(await once(demo, "close")).toEqual([exitCode, null]);
    await expect(fetch(endpoint)).rejects.toThrow("fetch failed");
    expect(readdirSync(temporary).filter((name) => name.startsWith("golden-images"))).toEqual([]);
  });
});
