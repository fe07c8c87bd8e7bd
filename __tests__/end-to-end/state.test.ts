import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { type Sandbox, startSandbox } from "../../sandbox/start";
import { whatIsLeft } from "../../src/cli/demo/what-exists";
import { sandboxCredentials } from "../../src/cli/sandbox/sandbox-credentials";
import { describeWithTools } from "../helpers/require-tool";
import { cdktf, cdktfProject } from "./cdktf";
import { synthesised, temporaryFolder, terraformOn } from "./harness";
import { ownProgram } from "./own-program";

/** The tests follow each other: each finds what the one before has left. */
describeWithTools(["terraform", "moto_server"], "a local state", () => {
  const project = cdktfProject();
  const at = (file: string): string => join(project, file);
  const state = at("state/sandbox.tfstate");
  let sandbox: Sandbox;
  let variables: NodeJS.ProcessEnv;
  let precious = "";

  function git(...args: string[]): void {
    const identity = ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "core.hooksPath=/dev/null"];
    execFileSync("git", [...identity, ...args], { cwd: project, stdio: "ignore" });
  }

  /** What a removed environment asks for. */
  function lock(): void {
    execFileSync(process.execPath, [...ownProgram(), "lock"], { cwd: project, stdio: "ignore" });
  }

  beforeAll(async () => {
    sandbox = await startSandbox({ environment: process.env });
    variables = sandboxCredentials(sandbox.endpoint, temporaryFolder());
    git("init", "--quiet", "--initial-branch=main");
    git("add", ".");
    git("commit", "--quiet", "-m", "first");
  });

  afterAll(async () => {
    await sandbox.stop();
  });

  it("is in state/ after cdktf deploy", async () => {
    const { exitCode, output } = await cdktf(project, ["deploy", "sandbox", "--auto-approve"], variables);
    expect(output).toContain("Apply complete!");
    expect(exitCode).toBe(0);
    precious = readFileSync(state, "utf8");
    expect(precious).toContain("aws_imagebuilder_image_pipeline");
    expect(existsSync(at("cdktf.out/stacks/sandbox/terraform.tfstate"))).toBe(false);
  });

  it.each<[string, () => void | Promise<void>]>([
    [
      "cdktf list, with the environment renamed",
      async () => {
        renameSync(at("environments/sandbox.yaml"), at("environments/pilot.yaml"));
        const { exitCode, output } = await cdktf(project, ["list"]);
        // Deployed now, everything would be made again.
        expect(output).toMatch(/state\/sandbox\.tfstate.*\[?state-left-behind/s);
        expect(exitCode).toBe(1);
        renameSync(at("environments/pilot.yaml"), at("environments/sandbox.yaml"));
      },
    ],
    [
      "cdktf list, with the environment removed",
      async () => {
        git("rm", "--quiet", "environments/sandbox.yaml");
        lock();
        expect((await cdktf(project, ["list"])).exitCode).toBe(0);
        expect(existsSync(at("cdktf.out/stacks/sandbox"))).toBe(false);
        git("reset", "--quiet", "--hard");
      },
    ],
    [
      "a switch of branches",
      () => {
        git("switch", "--quiet", "-c", "other");
        git("rm", "--quiet", "environments/sandbox.yaml");
        lock();
        git("commit", "--quiet", "--all", "-m", "without");
        execFileSync(process.execPath, ["main.cjs"], { cwd: project });
        git("switch", "--quiet", "main");
      },
    ],
    [
      "rm -rf cdktf.out",
      () => {
        rmSync(at("cdktf.out"), { recursive: true });
      },
    ],
    [
      "git clean -xfd",
      () => {
        git("clean", "-xfd");
      },
    ],
  ])("is where it was after %s", async (_title, event) => {
    await event();
    expect(readFileSync(state, "utf8")).toBe(precious);
  });

  it("is found by cdktf diff after all that, also where no provider is locked", async () => {
    rmSync(at("environments/sandbox.terraform.lock.hcl"));
    const { exitCode, output } = await cdktf(project, ["diff", "sandbox", "--skip-provider-lock"], variables);
    git("reset", "--quiet", "--hard");
    expect(output).toContain("No changes.");
    expect(exitCode).toBe(0);
  });

  it("is found by plain Terraform in the folder of the stack", async () => {
    const terraform = await terraformOn(at("cdktf.out"), "sandbox", variables);
    await terraform.init();
    expect(await terraform.plan()).toEqual({ empty: true, changes: [] });
    expect(await terraform.stateList()).toContain("aws_imagebuilder_image_pipeline.linux-base");
  });

  it("keeps the states of workspaces outside build output", () => {
    const run = (...args: string[]) =>
      execFileSync("terraform", args, { cwd: at("cdktf.out/stacks/sandbox"), stdio: "ignore" });
    run("workspace", "new", "blue");
    run("workspace", "select", "default");
    expect(existsSync(at("state/sandbox.tfstate.d/blue"))).toBe(true);
    run("workspace", "delete", "blue");
  });

  describe("that an earlier version has left in build output", () => {
    const left = at("cdktf.out/stacks/poc/terraform.tfstate");

    it("is left there by every command, also where its environment is gone", async () => {
      mkdirSync(at("cdktf.out/stacks/poc"), { recursive: true });
      writeFileSync(left, precious);
      rmSync(at("environments/poc.yaml"));
      const list = await cdktf(project, ["list"]);
      expect(list.exitCode).toBe(1);
      expect(list.output).toContain("mv cdktf.out/stacks/poc/terraform.tfstate state/poc.tfstate");
      const deploy = await cdktf(project, ["deploy", "sandbox", "--auto-approve"], variables);
      expect(deploy.exitCode).toBe(1);
      await expect(synthesised(project, at("cdktf.out"))).rejects.toThrow("state-in-build-output");
      expect(readFileSync(left, "utf8")).toBe(precious);
      git("reset", "--quiet", "--hard");
    });

    it("is used once it is moved as told", async () => {
      await expect(synthesised(project, at("cdktf.out"))).rejects.toThrow("state-in-build-output");
      execFileSync(
        "sh",
        [
          "-c",
          "mkdir -p state && mv cdktf.out/stacks/poc/terraform.tfstate state/poc.tfstate && rm -f cdktf.out/stacks/poc/.terraform/terraform.tfstate",
        ],
        { cwd: project },
      );
      await synthesised(project, at("cdktf.out"));
      expect(existsSync(left)).toBe(false);
      rmSync(at("state/poc.tfstate"));
    });
  });

  it("is empty after cdktf destroy", async () => {
    const { exitCode } = await cdktf(project, ["destroy", "sandbox", "--auto-approve"], variables);
    expect(exitCode).toBe(0);
    expect(await whatIsLeft(sandbox.endpoint)).toEqual([]);
  });
});
