import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { describeWithTools } from "../helpers/require-tool";
import { threeEnvironments } from "../helpers/three-environments";
import { temporaryFolder } from "./harness";
import { ownProgram } from "./own-program";
import { keptProvider } from "./provider/kept-provider";

jest.setTimeout(600_000);

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

  it("shows a typo, an edit and its plan, a replacement and a build in 80 columns, and stays for another shell until Ctrl-C", async () => {
    const temporary = temporaryFolder();
    const project = join(temporaryFolder(), "project");
    cpSync(threeEnvironments, project, { recursive: true });
    appendFileSync(join(project, "environments", "poc.yaml"), "quotas: { workflowsPerImage: 12 }\n");
    const demo = spawn(process.execPath, [...ownProgram(), "demo", "poc", "--keep"], {
      cwd: project,
      env: { ...process.env, ...keptProvider(), TMPDIR: temporary },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const lines: string[] = [];
    let elsewhere = "";
    let quotas: unknown;
    createInterface({ input: demo.stdout }).on("line", (line) => {
      lines.push(line);
      // The last of the commands that it names.
      if (!line.startsWith("  terraform -chdir=")) return;
      const exports = lines.find((each) => each.startsWith("  . ")) ?? "";
      elsewhere = execFileSync("sh", ["-c", `${exports}; ${line} -detailed-exitcode`], { encoding: "utf8" });
      const endpoint = /http:\/\/127\.0\.0\.1:\d+/.exec(lines.join("\n"))?.[0] ?? "";
      void fetch(`${endpoint}/_sandbox/quotas`)
        .then(async (answer) => {
          quotas = await answer.json();
        })
        .finally(() => demo.kill("SIGINT"));
    });
    expect(await once(demo, "close")).toEqual([0, null]);
    const said = lines.join("\n");
    expect(said).toMatch(
      /unknown-action[^]*Apply complete! \d+ added[^]*component linux\/\S+ 1\.0\.\d → 1\.0\.\d[^]*new version[^]*Apply complete! \d+ added[^]*nothing to change[^]*AVAILABLE/,
    );
    const commands = lines.slice(lines.findIndex((line) => line.startsWith("Everything stays until Ctrl-C")) + 1);
    expect(lines.filter((line) => !commands.includes(line) && line.length > 80)).toEqual([]);
    expect(elsewhere).toContain("No changes.");
    expect(quotas).toEqual({ componentsPerRecipe: 20, workflowsPerImage: 12 });
    expect(readdirSync(temporary).filter((name) => name.startsWith("golden-images"))).toEqual([]);
  });
});
