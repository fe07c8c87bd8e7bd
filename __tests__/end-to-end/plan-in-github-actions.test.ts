import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "yaml";

import { type Sandbox, startSandbox } from "../../sandbox/start";
import { whatExists } from "../../src/cli/demo/what-exists";
import { program } from "../../src/cli/program";
import { sandboxCredentials } from "../../src/cli/sandbox/sandbox-credentials";
import type { Terminal } from "../../src/cli/terminal";
import { terraformEnvironment } from "../../src/terraform/environment";
import { providerInstallation } from "../../src/terraform/provider-mirror";
import { terraformIn } from "../../src/terraform/terraform";
import { describeWithTools } from "../helpers/require-tool";
import { repository, temporaryFolder } from "./harness";
import { ownProgram } from "./own-program";
import { keptProvider } from "./provider/kept-provider";
import { runStep } from "./run-workflow";
import { writeProject } from "./write-project";

const folder = join(repository, "docs", "plan-in-github-actions");

interface Job {
  readonly permissions: Readonly<Record<string, string>>;
  readonly needs?: string | readonly string[];
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly id?: string; readonly run?: string }[];
}

interface Workflow {
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

describe("the workflow for users", () => {
  const workflow = parse(readFileSync(join(folder, "plan.yml"), "utf8")) as Workflow;

  it("gives each job no more than it needs", () => {
    expect(workflow.permissions).toEqual({});
    const permissions = Object.fromEntries(Object.entries(workflow.jobs).map(([name, job]) => [name, job.permissions]));
    expect(permissions).toEqual({
      check: { contents: "read", "security-events": "write" },
      plan: { contents: "read", "id-token": "write", "pull-requests": "write" },
      "plan-main": { contents: "read", "id-token": "write" },
      deploy: { contents: "read", "id-token": "write" },
    });
  });

  it("puts nothing that somebody else has written into a script", () => {
    for (const { steps } of Object.values(workflow.jobs))
      for (const { run } of steps) expect(run ?? "").not.toContain("${{");
  });

  it("runs commands that there are", () => {
    const { scripts } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as { scripts: object };
    const runs = Object.values(workflow.jobs).flatMap(({ steps }) => steps.map(({ run }) => run ?? ""));
    const named = runs.flatMap((run) => [...run.matchAll(/npm run --silent ([a-z:]+)/g)].map(([, name]) => name));
    expect([...new Set(named)].sort()).toEqual(["check", "deploy", "plan"]);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
  });

  it("gives its commands options that they have", () => {
    const commands = new Map(
      program({} as Terminal, () => undefined).commands.map((command) => [
        command.name(),
        command.options.flatMap(({ long }) => long ?? []),
      ]),
    );
    const runs = Object.values(workflow.jobs).flatMap(({ steps }) => steps.map(({ run = "" }) => run));
    const used = runs.flatMap((run) => [...run.matchAll(/npm run --silent ([a-z:]+) -- (.*)/g)]);
    expect(used).toHaveLength(4);
    for (const [, command = "", rest = ""] of used) {
      const options = [...rest.matchAll(/(?<= |^)--[a-z-]+/g)].map(([option]) => option);
      expect(options).not.toEqual([]);
      expect(commands.get(command)).toEqual(expect.arrayContaining(options));
    }
  });

  it("reads outputs that are there: of steps of the same job, and of jobs that it needs", () => {
    for (const [name, { steps, needs }] of Object.entries(workflow.jobs)) {
      const text = JSON.stringify(workflow.jobs[name]);
      const ids = steps.flatMap(({ id }) => id ?? []);
      for (const [, id = "", output = ""] of text.matchAll(/steps\.([\w-]+)\.outputs\.(\w+)/g)) {
        expect(ids).toContain(id);
        expect(steps.find((step) => step.id === id)?.run).toContain(`echo "${output}=`);
      }
      for (const [, job = "", output = ""] of text.matchAll(/needs\.([\w-]+)\.outputs\.(\w+)/g)) {
        expect([needs].flat()).toContain(job);
        expect(workflow.jobs[job]?.outputs).toHaveProperty(output);
      }
    }
  });
});

/** As `gh api` answers for comments: it lists, adds and updates those of one file. */
const gh = `#!/usr/bin/env bash
set -euo pipefail
[ "$1" = api ] && shift
case "$1" in
  --paginate) jq --raw-output "$4" "$COMMENTS_FILE" ;;
  --method)
    body=$(jq --raw-input --slurp . "\${5#body=@}")
    if [ "$2" = POST ]; then filter='. + [{ id: (length + 1), user: { type: "Bot" }, body: $body }]'
    else filter='map(if .id == ($id | tonumber) then .body = $body else . end)'; fi
    jq --arg id "\${3##*/}" --argjson body "$body" "$filter" "$COMMENTS_FILE" >"$COMMENTS_FILE.new"
    mv "$COMMENTS_FILE.new" "$COMMENTS_FILE" ;;
esac
`;

const files = {
  ".gitignore": "cdktf.out/\nstate/\n*.md\ncheck.sarif\n",
  "components/linux/hello.yaml": `schemaVersion: 1.0
phases:
  - name: build
    steps: [{ name: Say, action: ExecuteBash, timeoutSeconds: 60, inputs: { commands: [echo one] } }]
`,
  "images/base.yaml": "parent: { os: amazon-linux-2023, architecture: x86_64 }\ncomponents: [linux/hello]\n",
  "environments/production.yaml": `account: "123456789012"
region: us-east-1
images: { base: { schedule: { cron: 0 4 ? * SUN *, start: always } } }
`,
};

/** The tests follow each other, as the runs of a repository do. */
describeWithTools(["terraform", "moto_server", "aws"], "the scripts of the workflow", () => {
  const project = temporaryFolder();
  const temporary = temporaryFolder();
  const workflow = parse(readFileSync(join(folder, "plan.yml"), "utf8")) as Parameters<typeof runStep>[0];
  const comments = join(temporary, "comments.json");
  const known: Record<string, string> = {
    "github.base_ref": "main",
    "github.event.before": "HEAD",
    "github.repository": "team/images",
    "github.event.pull_request.number": "7",
    "github.token": "token",
    "vars.PLAN_BUCKET": "plans",
    "toJSON(github.event.pull_request.labels.*.name)": "[]",
  };
  let sandbox: Sandbox;
  let environment: NodeJS.ProcessEnv;

  const git = (...args: string[]): string =>
    execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@example.com", ...args], {
      cwd: project,
      encoding: "utf8",
    });
  const run = async (job: string, isMeant: Parameters<typeof runStep>[2]) =>
    runStep(workflow, job, isMeant, {
      folder: project,
      temporary,
      expressions: known,
      environment: { ...environment, GITHUB_SHA: git("rev-parse", "HEAD").trim(), GITHUB_REPOSITORY: "team/images" },
    });
  const plan = ({ id }: { readonly id?: string }): boolean => id === "plan";
  const named =
    (start: string) =>
    ({ name }: { readonly name?: string }): boolean =>
      name?.startsWith(start) === true;
  async function commit(changed: Readonly<Record<string, string>>): Promise<void> {
    await writeProject(project, changed);
    git("add", ".");
    git("commit", "--quiet", "--message", "change");
    git("update-ref", "refs/remotes/origin/main", "HEAD");
  }
  const commented = (): readonly { readonly body: string }[] =>
    JSON.parse(readFileSync(comments, "utf8")) as readonly { readonly body: string }[];

  beforeAll(async () => {
    sandbox = await startSandbox({ environment: process.env });
    const bin = join(temporary, "bin");
    mkdirSync(bin);
    writeFileSync(join(bin, "gh"), gh, { mode: 0o755 });
    writeFileSync(comments, "[]");
    environment = {
      ...process.env,
      ...sandboxCredentials(sandbox.endpoint, temporary),
      ...keptProvider(),
      PATH: `${bin}:${process.env.PATH ?? ""}`,
      COMMENTS_FILE: comments,
    };
    const command = [process.execPath, ...ownProgram()].join(" ");
    const scripts = Object.fromEntries(["check", "plan", "deploy"].map((name) => [name, `${command} ${name}`]));
    writeFileSync(join(project, "package.json"), JSON.stringify({ scripts }));
    git("init", "--quiet");
    await commit(files);
    await once(spawn("aws", ["s3", "mb", "s3://plans"], { env: environment, stdio: "ignore" }), "close");
  });
  afterAll(() => sandbox.stop());

  it("check the project, in a form that GitHub takes", async () => {
    const { code } = await run("check", ({ run: script }) => script?.includes("check.sarif") === true);
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(join(project, "check.sarif"), "utf8"))).toMatchObject({ version: "2.1.0" });
  });

  const planAndDeploy = async (): Promise<void> => {
    const made = await run("plan-main", plan);
    expect(made).toMatchObject({ code: 0, outputs: { status: expect.stringMatching(/^[23]$/) as unknown } });
    for (const output of ["status", "codes"]) known[`needs.plan-main.outputs.${output}`] = made.outputs[output] ?? "";
    expect(await run("deploy", ({ run: script }) => script?.includes(" deploy ") === true)).toMatchObject({ code: 0 });
  };

  it("plan main, hand the plan over, and deploy exactly that", async () => {
    await planAndDeploy();
    const { components } = await whatExists(sandbox.endpoint);
    expect(components.map(({ name, version }) => `${name} ${version}`)).toEqual(["linux-hello 1.0.0"]);
  });

  it("write one comment on a pull request, and fail while something is not accepted", async () => {
    await commit({
      "environments/production.yaml": files["environments/production.yaml"].replace(/\{ cron.*? \}/, "manual"),
    });
    const made = await run("plan", plan);
    expect(made.outputs).toEqual({ status: "3" });
    known["steps.plan.outputs.status"] = "3";
    expect(await run("plan", named("Write the comment"))).toMatchObject({ code: 0 });
    expect((await run("plan", named("Fail where"))).code).toBe(1);
    expect(commented().map(({ body }) => body)).toEqual([
      expect.stringMatching(/^## ⚠️ production: .*schedule-removed/s),
    ]);
  });

  it("update the comment, and pass, once a label accepts it", async () => {
    known["toJSON(github.event.pull_request.labels.*.name)"] = JSON.stringify(["urgent", "accept:schedule-removed"]);
    expect((await run("plan", plan)).outputs).toEqual({ status: "2" });
    known["steps.plan.outputs.status"] = "2";
    expect(await run("plan", named("Write the comment"))).toMatchObject({ code: 0 });
    expect((await run("plan", named("Fail where"))).code).toBe(0);
    expect(commented().map(({ body }) => body)).toEqual([
      expect.stringMatching(/^## 🔄 production: .*accepted `schedule-removed`/s),
    ]);
  });

  it("deploy what whoever approves has seen, and comment a plan that fails", async () => {
    await planAndDeploy();
    writeFileSync(join(project, "images", "base.yaml"), "parent: nothing\n");
    // Each job has a checkout of its own.
    rmSync(join(project, "plan.md"));
    expect((await run("plan", plan)).outputs).toEqual({ status: "1" });
    expect(await run("plan", named("Write the comment"))).toMatchObject({ code: 0 });
    expect(commented().map(({ body }) => body)).toEqual([expect.stringMatching(/^## 🛑 production: the plan failed/)]);
    expect((await run("plan-main", plan)).code).toBe(1);
  });
});

describeWithTools(["terraform"], "what the workflow needs in AWS", () => {
  it("is valid for the real provider", async () => {
    const copy = temporaryFolder();
    cpSync(join(folder, "aws"), copy, { recursive: true });
    const installation = await providerInstallation(process.env, temporaryFolder());
    const terraform = terraformIn({
      folder: copy,
      environment: terraformEnvironment(process.env, { ...installation, ...keptProvider() }),
    });
    await terraform.init({ backend: false });
    await expect(terraform.validate()).resolves.toBeUndefined();
  });
});
