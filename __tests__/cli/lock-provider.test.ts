import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { lockProvider, type ProviderLock } from "../../src/cli/lock-provider";
import { runProgram } from "../../src/cli/run-program";
import { platform } from "../../src/terraform/provider-mirror";
import { TerraformError } from "../../src/terraform/run-terraform";
import { fakeTerminal } from "../helpers/fake-terminal";
import { projectFolder } from "../helpers/project-folder";

const lockOf = (version: string): string =>
  `provider "registry.terraform.io/hashicorp/aws" {\n  version     = "${version}"\n  constraints = "~> 5.100"\n}\n`;
const lockFile = "environments/dev.terraform.lock.hcl";

/**
 * A terraform that keeps the version of a lock file it finds, takes 5.101.0 otherwise or with -upgrade, and adds a line for each platform. It
 * fails where its configuration asks for version 6.
 */
const terraform = (folder: string): string => `#!/bin/sh
echo "$*" >> "${folder}/calls"
pwd > "${folder}/ran-in"
env > "${folder}/env"
cp main.tf.json "${folder}/configuration"
if [ -f "$TF_CLI_CONFIG_FILE" ]; then cp "$TF_CLI_CONFIG_FILE" "${folder}/rc"; fi
if grep -q '"6"' main.tf.json; then echo "Error: no such version" >&2; exit 1; fi
case "$*" in
  init*-upgrade) cp "${folder}/newest" .terraform.lock.hcl ;;
  init*) [ -f .terraform.lock.hcl ] || cp "${folder}/newest" .terraform.lock.hcl ;;
  "providers lock"*) echo "# $*" >> .terraform.lock.hcl ;;
esac
`;

/** A machine with that terraform, and a mirror of the provider in the user's home. */
function machine() {
  const folder = projectFolder({ newest: lockOf("5.101.0"), calls: "" });
  mkdirSync(join(folder, "bin"));
  writeFileSync(join(folder, "bin", "terraform"), terraform(folder), { mode: 0o755 });
  const mirror = join(folder, ".terraform.d", "plugins");
  mkdirSync(join(mirror, "registry.terraform.io", "hashicorp", "aws", "5.101.0", platform()), { recursive: true });
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  return {
    env: { PATH: `${join(folder, "bin")}:/usr/bin:/bin`, HOME: folder },
    mirror,
    read,
    calls: () => read("calls").trimEnd().split("\n"),
  };
}

const given = (root: string, env: NodeJS.ProcessEnv, rest: Partial<ProviderLock> = {}): ProviderLock => ({
  root,
  environment: "dev",
  version: "~> 5.100",
  upgrade: false,
  platforms: [],
  env,
  signal: new AbortController().signal,
  ...rest,
});

describe("lockProvider", () => {
  it("writes what Terraform has chosen by the environment's constraint, and says which version", async () => {
    const { env, read, calls } = machine();
    const root = projectFolder({ "environments/dev.yaml": "" });
    expect(await lockProvider(given(root, env))).toBe(`${lockFile}: hashicorp/aws 5.101.0`);
    expect(readFileSync(join(root, lockFile), "utf8")).toBe(lockOf("5.101.0"));
    expect(calls()).toEqual(["init -no-color -backend=false"]);
    expect(JSON.parse(read("configuration"))).toEqual({
      terraform: { required_providers: { aws: { source: "hashicorp/aws", version: "~> 5.100" } } },
    });
  });

  it("keeps the version that is locked, and does not touch the file", async () => {
    const { env } = machine();
    const root = projectFolder({ [lockFile]: lockOf("5.100.0") });
    const before = statSync(join(root, lockFile));
    expect(await lockProvider(given(root, env))).toBe(`${lockFile}: hashicorp/aws 5.100.0, unchanged`);
    expect(readFileSync(join(root, lockFile), "utf8")).toBe(lockOf("5.100.0"));
    // A file that is written anew is another one.
    expect(statSync(join(root, lockFile)).ino).toBe(before.ino);
  });

  it("takes the newest version where it is to upgrade", async () => {
    const { env, calls } = machine();
    const root = projectFolder({ [lockFile]: lockOf("5.100.0") });
    expect(await lockProvider(given(root, env, { upgrade: true }))).toBe(`${lockFile}: hashicorp/aws 5.101.0`);
    expect(readFileSync(join(root, lockFile), "utf8")).toBe(lockOf("5.101.0"));
    expect(calls()).toEqual(["init -no-color -backend=false -upgrade"]);
  });

  it("records the hashes of other platforms, from the mirror that Terraform is to use", async () => {
    const { env, calls, mirror, read } = machine();
    const root = projectFolder({ [lockFile]: lockOf("5.101.0") });
    const platforms = ["darwin_arm64", "linux_amd64"];
    expect(await lockProvider(given(root, env, { platforms }))).toBe(`${lockFile}: hashicorp/aws 5.101.0`);
    const second = `providers lock -no-color -fs-mirror=${mirror} -platform=darwin_arm64 -platform=linux_amd64`;
    expect(calls()).toEqual(["init -no-color -backend=false", second]);
    expect(readFileSync(join(root, lockFile), "utf8")).toBe(`${lockOf("5.101.0")}# ${second}\n`);
    expect(read("rc")).toContain(JSON.stringify(mirror));
  });

  it("locks each environment for itself", async () => {
    const { env } = machine();
    const root = projectFolder({ [lockFile]: lockOf("5.100.0") });
    const said = await lockProvider(given(root, env, { environment: "prod" }));
    expect(said).toBe("environments/prod.terraform.lock.hcl: hashicorp/aws 5.101.0");
    expect(readFileSync(join(root, lockFile), "utf8")).toBe(lockOf("5.100.0"));
  });

  it("gives Terraform nothing of the caller's AWS settings", async () => {
    const { env, read } = machine();
    const root = projectFolder({ "environments/dev.yaml": "" });
    await lockProvider(given(root, { ...env, AWS_PROFILE: "production", TF_CLI_ARGS: "-lock=false" }));
    expect(read("env")).toContain("CHECKPOINT_DISABLE=1");
    expect(read("env")).not.toMatch(/AWS_|TF_CLI_ARGS/);
  });

  it("leaves the lock file alone where Terraform fails, and no folder behind", async () => {
    const { env, read } = machine();
    const root = projectFolder({ [lockFile]: lockOf("5.100.0") });
    const failed = lockProvider(given(root, env, { version: "6" }));
    await expect(failed).rejects.toThrow(TerraformError);
    await expect(failed).rejects.toThrow("terraform init failed with exit code 1\nerror: no such version");
    expect(readFileSync(join(root, lockFile), "utf8")).toBe(lockOf("5.100.0"));
    expect(existsSync(read("ran-in").trim())).toBe(false);
  });

  it("leaves no folder behind where it succeeds, and runs outside the project", async () => {
    const { env, read } = machine();
    const root = projectFolder({ "environments/dev.yaml": "" });
    await lockProvider(given(root, env));
    expect(read("ran-in").startsWith(root)).toBe(false);
    expect(existsSync(read("ran-in").trim())).toBe(false);
  });

  it("starts nothing once it is told to stop", async () => {
    const { env, calls } = machine();
    const root = projectFolder({ "environments/dev.yaml": "" });
    const signal = AbortSignal.abort(new Error("stopped"));
    await expect(lockProvider(given(root, env, { signal }))).rejects.toThrow("stopped");
    expect(calls()).toEqual([""]);
    expect(existsSync(join(root, lockFile))).toBe(false);
  });
});

describe("provider-lock", () => {
  const environment = (version: string): string =>
    `account: "123456789012"\nregion: us-east-1\nproviderVersion: "${version}"\n`;

  /** The command in a project of two environments, or with this version for `prod`. */
  async function run(argv: readonly string[], prod = "~> 5.90") {
    const { env, calls, read } = machine();
    const root = projectFolder({
      "environments/dev.yaml": environment("~> 5.100"),
      "environments/prod.yaml": environment(prod),
    });
    const { terminal, texts } = fakeTerminal({ cwd: root, env });
    const code = await runProgram(["provider-lock", ...argv], terminal);
    const written = ["dev", "prod"].filter((name) => existsSync(join(root, `environments/${name}.terraform.lock.hcl`)));
    return { code, ...texts, written, calls: calls(), read };
  }

  it.each([
    [[], [] as string[]],
    [["prod"], []],
    [["dev"], ["dev"]],
  ])("with %j locks nothing where the file of one of them is broken", async (names, locked) => {
    const { code, err, written } = await run(names, "{}");
    expect(written).toEqual(locked);
    expect({ code, err }).toEqual(
      locked.length > 0
        ? { code: 0, err: "" }
        : {
            code: 1,
            err: 'error: nothing was locked: environments/prod.yaml cannot be read; see "npm run check"\n',
          },
    );
  });

  it("locks all environments where none is named", async () => {
    expect(await run([])).toMatchObject({
      code: 0,
      out: `${lockFile}: hashicorp/aws 5.101.0\nenvironments/prod.terraform.lock.hcl: hashicorp/aws 5.101.0\n`,
      err: "",
      written: ["dev", "prod"],
    });
  });

  it("locks the named ones alone, each by its own constraint", async () => {
    const { code, written, read } = await run(["prod"]);
    expect({ code, written }).toEqual({ code: 0, written: ["prod"] });
    expect(read("configuration")).toContain('"~> 5.90"');
  });

  it("passes on that it is to upgrade, and for which platforms", async () => {
    const { calls } = await run(["--upgrade", "dev", "--platform", "darwin_arm64", "linux_amd64"]);
    expect(calls).toEqual([
      "init -no-color -backend=false -upgrade",
      expect.stringMatching(/^providers lock .*-platform=darwin_arm64 -platform=linux_amd64$/),
    ]);
  });

  it("runs nothing for a platform that is not one of Terraform", async () => {
    const { code, err, calls } = await run(["dev", "--platform", "linux_amd64", "windows"]);
    expect({ code, calls }).toEqual({ code: 2, calls: [""] });
    expect(err).toContain(
      "argument 'windows' is invalid. It must be an operating system and an architecture, such as darwin_arm64.",
    );
  });

  it("runs nothing where one of the names is unknown", async () => {
    const { code, err, calls, written } = await run(["dev", "prdo"]);
    expect({ code, calls, written }).toEqual({ code: 2, calls: [""], written: [] });
    expect(err).toContain('there is no environment "prdo"; did you mean "prod"?');
  });

  it("fails without a stack trace where Terraform does, and keeps what it has locked before", async () => {
    const { code, out, err, written } = await run([], "6");
    expect({ code, out, written }).toEqual({
      code: 1,
      out: `${lockFile}: hashicorp/aws 5.101.0\n`,
      written: ["dev"],
    });
    expect(err).toContain("no such version");
    expect(err).not.toMatch(/^\s+at /m);
  });
});
