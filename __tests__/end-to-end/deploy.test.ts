import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { type Sandbox, startSandbox } from "../../sandbox/start";
import { inspectProject } from "../../src/checks/inspect-project";
import { whatExists } from "../../src/cli/demo/what-exists";
import { lockProvider } from "../../src/cli/lock-provider";
import { makePlan } from "../../src/cli/plans/make-plan";
import { reportIn } from "../../src/cli/plans/report";
import { type DeployOptions, RefusedError, runDeploy } from "../../src/cli/plans/run-deploy";
import { progressOn } from "../../src/cli/progress";
import { sandboxCredentials } from "../../src/cli/sandbox/sandbox-credentials";
import { describeWithTools } from "../helpers/require-tool";
import { temporaryFolder } from "./harness";
import { keptProvider } from "./provider/kept-provider";

const document = (says: string) => `schemaVersion: 1.0
phases:
  - name: build
    steps: [{ name: Say, action: ExecuteBash, timeoutSeconds: 60, inputs: { commands: [echo ${says}] } }]
`;
const environment = (schedule: string, region = "us-east-1") => `account: "123456789012"
region: ${region}
images: { base: { schedule: ${schedule} } }
`;

/** The tests follow each other: each finds what the one before has left. */
describeWithTools(["terraform", "moto_server"], "plan and deploy", () => {
  const root = temporaryFolder();
  const kept = join(root, "cdktf.out", "kept.tfplan");
  let sandbox: Sandbox;
  let output = "";

  async function write(file: string, text: string): Promise<void> {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
    if (file === "versions.lock.json") return;
    const { lock } = await inspectProject(root);
    if (lock !== undefined) writeFileSync(join(root, "versions.lock.json"), lock.text);
  }

  function commit(): void {
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@example.com", ...args], {
        cwd: root,
        stdio: "pipe",
      });
    git("init", "--quiet");
    git("add", ".");
    git("commit", "--quiet", "--allow-empty", "--message", "change");
  }

  function options(
    accepted: readonly string[] = [],
    provider = keptProvider(),
  ): DeployOptions & { readonly drift: false } {
    return {
      root,
      stack: "dev",
      environment: { ...process.env, ...sandboxCredentials(sandbox.endpoint, root), ...provider },
      signal: new AbortController().signal,
      step: progressOn({ write: () => undefined }),
      temporary: temporaryFolder(),
      report: { format: "text", accepted, showUserData: false },
      now: new Date("2026-11-26T12:00:00Z"),
      drift: false,
      parallelism: 10,
      confirm: async () => Promise.resolve(true),
      output: {
        write: (text: string) => {
          output += text;
        },
      },
    };
  }

  async function components(): Promise<string[]> {
    const { components: found } = await whatExists(sandbox.endpoint);
    return found.map(({ name, version }) => `${name} ${version}`);
  }

  beforeAll(async () => {
    sandbox = await startSandbox({ environment: process.env });
    await write(".gitignore", "cdktf.out/\nstate/\n");
    await write("components/linux/hello.yaml", document("one"));
    await write(
      "images/base.yaml",
      "parent: { os: amazon-linux-2023, architecture: x86_64 }\ncomponents: [linux/hello]\n",
    );
    await write("environments/dev.yaml", environment("{ cron: 0 4 ? * SUN *, start: always }"));
    commit();
  });
  afterAll(() => sandbox.stop());

  it("applies what it has shown, and says what comes next", async () => {
    await expect(runDeploy(options())).resolves.toBe(0);
    expect(output).toContain("dev: 1 image is new; nothing needs attention");
    expect(await components()).toEqual(["linux-hello 1.0.0"]);
    expect(output).toContain("What comes next:\n  base: next run Sun 29 Nov 2026 04:00");
  });

  it("shows the difference of an edited document, with the old text from the state", async () => {
    await write("components/linux/hello.yaml", document("two"));
    commit();
    const { review } = await makePlan({ ...options(), save: kept });
    expect(review.exitCode).toBe(2);
    const text = reportIn("text", review, { colour: false });
    expect(text).toContain("base 1.0.0 → 1.0.1");
    expect(text).toMatch(/^ +- .*echo one/m);
    expect(text).toMatch(/^ +\+ .*echo two/m);
  });

  it("refuses a plan after somebody else has applied, and says what to do", async () => {
    await expect(runDeploy({ ...options(), confirm: async () => Promise.resolve(true) })).resolves.toBe(0);
    expect(await components()).toEqual(["linux-hello 1.0.1"]);
    const refused = runDeploy({ ...options(), plan: kept });
    await expect(refused).rejects.toThrow(RefusedError);
    await expect(refused).rejects.toThrow(
      /the plan is stale: somebody has applied.*make and review a new one with "npm run plan -- dev"/,
    );
  });

  it("refuses the plan for another environment, and where the commit is another", async () => {
    await write("environments/other.yaml", environment("manual", "us-east-2"));
    commit();
    const refused = runDeploy({ ...options(), stack: "other", plan: kept });
    await expect(refused).rejects.toThrow(RefusedError);
    await expect(refused).rejects.toThrow(/the plan is of "dev", not of "other"/);
    await expect(runDeploy({ ...options(), plan: kept })).rejects.toThrow(
      /the plan is of commit [0-9a-f]{12}, and this is/,
    );
  });

  it("refuses what nobody has accepted, and applies exactly the kept plan once it is, where the answer is yes", async () => {
    await write("environments/dev.yaml", environment("manual"));
    commit();
    output = "";
    await expect(runDeploy(options())).resolves.toBe(3);
    expect(output).toContain("Nothing was applied. If all of this is meant, accept it: --accept schedule-removed");
    const plan = join(root, "cdktf.out", "stacks", "dev", "reviewed.tfplan");
    const accepted = { ...options(["schedule-removed"]), plan };
    await expect(runDeploy({ ...accepted, confirm: async () => Promise.resolve(false) })).resolves.toBe(1);
    expect(output).toContain("Nothing was applied.\n");
    output = "";
    await expect(runDeploy(accepted)).resolves.toBe(0);
    expect(output).toContain("its schedule changes: 0 4 ? * SUN * Etc/UTC → none");
  });

  it("refuses a file that is not from plan", async () => {
    writeFileSync(join(root, "cdktf.out", "other.tfplan"), "PK");
    await expect(runDeploy({ ...options(), plan: join(root, "cdktf.out", "other.tfplan") })).rejects.toThrow(
      /nothing says what .* was made for/,
    );
  });

  it("is bound to the provider lock, and never writes to it", async () => {
    // One that stays is taken whatever the lock says.
    const ownProvider = {};
    const file = "environments/dev.terraform.lock.hcl";
    const given = { root, environment: "dev", version: "~> 5.0", upgrade: false, platforms: [], env: process.env };
    await lockProvider({ ...given, signal: new AbortController().signal });
    const locked = readFileSync(join(root, file), "utf8");
    await write(file, locked.replace(/version( *)= "5[^"]*"/, 'version$1= "5.99.0"'));
    commit();
    await write(file, locked);
    const { review } = await makePlan({ ...options([], ownProvider), save: kept });
    expect(review.findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      expect.stringMatching(/^version-line-changed: the locked AWS provider changes from 5\.99\.0 to 5\.\d+\.\d+$/),
    ]);
    // Only the first review knew the commit with which the lock was compared.
    output = "";
    await expect(runDeploy({ ...options([], ownProvider), plan: kept })).resolves.toBe(3);
    expect(output).toContain("Found when the plan was made: version-line-changed\n");
    expect(output).toContain("accept it: --accept version-line-changed\n");
    output = "";
    await expect(runDeploy({ ...options(["version-line-changed"], ownProvider), plan: kept })).resolves.toBe(0);
    expect(output).not.toContain("version-line-changed");
    await write(file, `# Reviewed by nobody.\n${locked}`);
    await expect(runDeploy({ ...options([], ownProvider), plan: kept })).rejects.toThrow(
      /the files of the project have changed/,
    );
    await write(
      file,
      locked
        .replace(/"(h1|zh):[^"]*",?/g, "")
        .replace(/hashes *= \[/, '$&"h1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",'),
    );
    await expect(makePlan(options([], ownProvider))).rejects.toThrow(
      /environments\/dev\.terraform\.lock\.hcl does not fit\..*npm run provider-lock -- dev --platform PLATFORM/s,
    );
    expect(readFileSync(join(root, file), "utf8")).toContain("h1:AAAA");
    for (const each of [file, "cdktf.out/stacks/dev/.terraform.lock.hcl"]) rmSync(join(root, each));
  });

  it("says what to do where Image Builder throttles, and the next deployment does the rest", async () => {
    await write("components/linux/hello.yaml", document("three"));
    commit();
    // More than one: the first may put the document, which the provider tries again by itself.
    sandbox.faults.inject([1, 2, 3].map((at) => ({ kind: "throttle", at })));
    await expect(runDeploy(options())).rejects.toThrow(
      /AWS was asked too much at once\. Nothing is lost: deploy again.*npm run deploy -- dev --parallelism 2/,
    );
    expect(sandbox.faults.state.strikes.map(({ service }) => service)).toContain("imagebuilder");
    sandbox.faults.inject([]);
    // Names as AWS takes them; the addresses in Terraform follow from them.
    await write("components/linux/My Comp_2.yaml", document("names"));
    await write(
      "images/Golden Base_7.yaml",
      "parent: { os: amazon-linux-2023, architecture: x86_64 }\ncomponents: [linux/My Comp_2]\n",
    );
    await write(
      "environments/dev.yaml",
      environment("manual").replace("images: {", "images: { Golden Base_7: { schedule: manual },"),
    );
    commit();
    await expect(runDeploy({ ...options(), parallelism: 2 })).resolves.toBe(0);
    expect((await components()).sort()).toEqual(["linux-My Comp_2 1.0.0", "linux-hello 1.0.2"]);
    const { recipes } = await whatExists(sandbox.endpoint);
    expect(recipes.map(({ name, arn }) => [name, arn.split("/").slice(-2).join("/")])).toContainEqual([
      "Golden Base_7",
      "golden-base-7/1.0.0",
    ]);
    const { review } = await makePlan(options());
    expect(review.changed).toBe(false);
  });
});
