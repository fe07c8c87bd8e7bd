import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { type Sandbox, startSandbox } from "../../sandbox/start";
import { whatExists, whatIsLeft } from "../../src/cli/demo/what-exists";
import { sandboxCredentials } from "../../src/cli/sandbox/sandbox-credentials";
import type { Terraform } from "../../src/terraform/terraform";
import { describeWithTools } from "../helpers/require-tool";
import { copyOfThreeEnvironments } from "../helpers/three-environments";
import { synthesised, temporaryFolder, terraformOn } from "./harness";

jest.setTimeout(180_000);

/** The tests follow each other: each finds what the one before has left. */
describeWithTools(["terraform", "moto_server"], "the life of the sandbox environment", () => {
  let sandbox: Sandbox;
  let terraform: Terraform;
  const project = copyOfThreeEnvironments();
  const outdir = temporaryFolder();

  beforeAll(async () => {
    sandbox = await startSandbox({ environment: process.env });
    await synthesised(project, outdir);
    terraform = await terraformOn(outdir, "sandbox", sandboxCredentials(sandbox.endpoint, temporaryFolder()));
    await terraform.init();
    await terraform.apply();
  });

  afterAll(async () => {
    await sandbox.stop();
  });

  it("makes the recipes and pipelines of the environment", async () => {
    const { components, recipes, pipelines } = await whatExists(sandbox.endpoint);
    const names = (items: readonly { readonly name: string }[]): string[] => items.map(({ name }) => name).sort();
    expect(names(recipes)).toEqual(["linux-base", "linux-web"]);
    expect(names(pipelines)).toEqual(["linux-base", "linux-web"]);
    expect(names(components)).toContain("linux-harden-ssh");
  });

  it("is refused nothing by the API", () => {
    const refused = sandbox.requests.filter(({ status }) => status >= 400);
    expect(refused).toEqual([]);
  });

  it("has an empty second plan", async () => {
    expect(await terraform.plan()).toEqual({ empty: true, changes: [] });
  });

  it("updates one pipeline in place where its schedule changes", async () => {
    const file = join(project, "environments", "sandbox.yaml");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace("0 4 ? * SUN *", "30 2 ? * MON *"));
    await synthesised(project, outdir);

    expect(await terraform.apply()).toEqual([
      { address: "aws_imagebuilder_image_pipeline.linux-base", action: "update" },
    ]);
    const { pipelines } = await whatExists(sandbox.endpoint);
    expect(pipelines.find(({ name }) => name === "linux-base")?.schedule?.scheduleExpression).toBe(
      "cron(30 2 ? * MON *)",
    );
  });

  it("leaves nothing behind when destroyed", async () => {
    expect(await whatIsLeft(sandbox.endpoint)).toContain('image pipeline "linux-base"');
    await terraform.destroy();
    expect(await whatIsLeft(sandbox.endpoint)).toEqual([]);
    expect(await terraform.stateList()).toEqual([]);
  });
});
