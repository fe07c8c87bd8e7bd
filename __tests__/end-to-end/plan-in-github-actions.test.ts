import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "yaml";

import { program } from "../../src/cli/program";
import type { Terminal } from "../../src/cli/terminal";
import { terraformEnvironment } from "../../src/terraform/environment";
import { providerInstallation } from "../../src/terraform/provider-mirror";
import { terraformIn } from "../../src/terraform/terraform";
import { describeWithTools } from "../helpers/require-tool";
import { repository, temporaryFolder } from "./harness";

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

describeWithTools(["terraform"], "what the workflow needs in AWS", () => {
  it("is valid for the real provider", async () => {
    const copy = temporaryFolder();
    cpSync(join(folder, "aws"), copy, { recursive: true });
    const installation = await providerInstallation(process.env, temporaryFolder());
    const terraform = terraformIn({ folder: copy, environment: terraformEnvironment(process.env, installation) });
    await terraform.init({ backend: false });
    await expect(terraform.validate()).resolves.toBeUndefined();
  });
});
