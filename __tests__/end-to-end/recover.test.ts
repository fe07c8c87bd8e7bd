import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { type Sandbox, startSandbox } from "../../sandbox/start";
import { whatIsLeft } from "../../src/cli/demo/what-exists";
import { sandboxCredentials } from "../../src/cli/sandbox/sandbox-credentials";
import { terraformEnvironment } from "../../src/terraform/environment";
import { providerInstallation } from "../../src/terraform/provider-mirror";
import { runTerraform } from "../../src/terraform/run-terraform";
import type { Terraform } from "../../src/terraform/terraform";
import { describeWithTools } from "../helpers/require-tool";
import { synthesised, temporaryFolder, terraformOn } from "./harness";
import { keptProvider } from "./provider/kept-provider";
import { startOwnProgram } from "./start-own-program";
import { writeProject } from "./write-project";

const step = "      - name: First\n        action: ExecuteBash\n        inputs: { commands: ['echo done'] }\n";
const component = `schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n${step}`;

const files = {
  "components/linux/one.yaml": component,
  "components/linux/two.yaml": component.replace("name: First", "name: Second"),
  "images/base.yaml": `description: A base image
parent: { os: amazon-linux-2023, architecture: x86_64 }
components: [linux/one, linux/two]
volumes: [{ size: 20 }]
`,
  "environments/dev.yaml": `account: "123456789012"
region: us-east-1
encryption: { create: true }
build:
  topic: { create: true }
  logs: { create: true }
images:
  base: { schedule: manual }
`,
};

/** The tests follow each other: each finds what the one before has left. */
describeWithTools(["terraform", "moto_server"], "a first apply that was killed", () => {
  const project = temporaryFolder();
  const outdir = join(project, "cdktf.out");
  let sandbox: Sandbox;
  let variables: NodeJS.ProcessEnv;
  let terraform: Terraform;

  /** Variables of the shell that must change neither the JSON nor the state into which something is imported. */
  const misleading = { TF_WORKSPACE: "other", TF_CLI_ARGS_plan: "-target=aws_none.none", SYNTH_HCL_OUTPUT: "true" };
  const recover = (...args: string[]) =>
    startOwnProgram(project, ["recover", ...args], { ...variables, ...misleading }).end;

  beforeAll(async () => {
    sandbox = await startSandbox({ environment: process.env });
    variables = terraformEnvironment(process.env, {
      ...(await providerInstallation(process.env, temporaryFolder())),
      ...sandboxCredentials(sandbox.endpoint, temporaryFolder()),
      ...keptProvider(),
    });
    await writeProject(project, files);
    await synthesised(project, outdir);
    terraform = await terraformOn(outdir, "dev", variables);
    await terraform.init();
  });

  afterAll(async () => {
    await sandbox.stop();
  });

  it("leaves things behind that are in no state", async () => {
    const apply = spawn("terraform", ["apply", "-json", "-auto-approve"], {
      cwd: join(outdir, "stacks", "dev"),
      env: variables,
      stdio: ["ignore", "pipe", "ignore"],
      detached: true,
    });
    let made = 0;
    createInterface({ input: apply.stdout }).on("line", (line) => {
      made += line.includes('"apply_complete"') ? 1 : 0;
      // With its provider, in the middle of things.
      if (made === 20 && apply.pid !== undefined) process.kill(-apply.pid, "SIGKILL");
    });
    await once(apply, "close");
    expect(made).toBeGreaterThanOrEqual(20);
    expect((await whatIsLeft(sandbox.endpoint)).length).toBeGreaterThan(3);
    // A back end far away gets the state every 20 seconds, so of an apply this short it would have none.
    rmSync(join(project, "state", "dev.tfstate"), { force: true });
  });

  it("is refused what exists already", async () => {
    await expect(terraform.apply()).rejects.toThrow(/already ?exists/i);
    rmSync(join(project, "state", "dev.tfstate"), { force: true });
  });

  it("is shown, and nothing is changed, without --import", async () => {
    const { code, output } = await recover("dev");
    expect(output).toMatch(/exists: +aws_iam_role\.build +ec2-image-builder-us-east-1/);
    expect(output).toMatch(/\d+ resources? found; add --import to take them into the state/);
    expect(code).toBe(0);
    expect(existsSync(join(project, "state", "dev.tfstate"))).toBe(false);
  });

  it("is imported, its key found by its alias", async () => {
    const { code, output } = await recover("--import", "dev");
    expect(output).toMatch(/importing aws_kms_key\.images-us-east-1 +[0-9a-f-]{36}/);
    expect(output).not.toContain("could not be imported");
    expect(output).toMatch(/\d+ resources? recovered; deploy now/);
    expect(code).toBe(0);
    expect(await terraform.stateList()).toContain("aws_kms_key.images-us-east-1");
  });

  it("is finished by the next apply, with an empty plan and nothing twice", async () => {
    const changes = await terraform.apply();
    expect(changes.filter(({ action }) => action !== "create" && action !== "update")).toEqual([]);
    expect(await terraform.plan()).toEqual({ empty: true, changes: [] });
    const left = await whatIsLeft(sandbox.endpoint);
    expect(left.filter((each) => each.startsWith("component "))).toHaveLength(2);
  });

  it("is in no way of a resource whose creation did not finish, and of whose name there can be one alone", async () => {
    // As a connection that is lost between the two calls that create it leaves it.
    await runTerraform({ folder: join(outdir, "stacks", "dev"), environment: variables }, [
      "taint",
      "aws_iam_instance_profile.build",
    ]);
    await expect(terraform.apply()).rejects.toThrow(/already ?exists/i);
    expect((await recover("dev")).output).toContain(
      "exists: aws_iam_instance_profile.build, tainted: its creation did not finish",
    );
    const { code, output } = await recover("--import", "dev");
    expect(output).toContain("untainting aws_iam_instance_profile.build\n1 resource recovered; deploy now\n");
    expect(code).toBe(0);
    await terraform.apply();
    expect(await terraform.plan()).toEqual({ empty: true, changes: [] });
  });

  it("is in no way of a bucket whose creation did not finish, and which nothing may destroy", async () => {
    await runTerraform({ folder: join(outdir, "stacks", "dev"), environment: variables }, [
      "taint",
      "aws_s3_bucket.logs",
    ]);
    await expect(terraform.plan()).rejects.toThrow("lifecycle.prevent_destroy set");
    expect((await recover("dev")).output).toContain(
      "exists: aws_s3_bucket.logs, tainted: its creation did not finish\nwhat else exists is found with --import",
    );
    const { code, output } = await recover("--import", "dev");
    expect(output).toContain("untainting aws_s3_bucket.logs\n1 resource recovered; deploy now\n");
    expect(code).toBe(0);
    expect(await terraform.plan()).toEqual({ empty: true, changes: [] });
  });

  it("is all gone after destroy", async () => {
    await terraform.destroy();
    expect(await whatIsLeft(sandbox.endpoint)).toEqual([]);
  });
});
