import { cpSync, mkdtempSync } from "node:fs";
import { join } from "node:path";

import { type Sandbox, startSandbox } from "../../sandbox/start";
import { sandboxCredentials } from "../../src/cli/sandbox/sandbox-credentials";
import { terraformEnvironment } from "../../src/terraform/environment";
import { providerInstallation } from "../../src/terraform/provider-mirror";
import { runTerraform, type TerraformOptions } from "../../src/terraform/run-terraform";
import { describeWithTools } from "../helpers/require-tool";
import { repository, synthesised, temporaryFolder, terraformOn } from "./harness";
import { keptProvider } from "./provider/kept-provider";
import { writeProject } from "./write-project";

/** The tests follow each other: each finds what the one before has left. */
describeWithTools(["terraform", "moto_server"], "the bucket of states", () => {
  const bucket = "example-terraform-state";
  let sandbox: Sandbox;
  let options: TerraformOptions;

  beforeAll(async () => {
    sandbox = await startSandbox({ environment: process.env });
    const folder = mkdtempSync(join(temporaryFolder(), "bucket-"));
    cpSync(join(repository, "examples", "state-bucket", "main.tf"), join(folder, "main.tf"));
    const environment = terraformEnvironment(process.env, {
      ...(await providerInstallation(process.env, folder)),
      ...sandboxCredentials(sandbox.endpoint, folder),
      ...keptProvider(),
      TF_VAR_bucket: bucket,
      TF_VAR_region: "us-east-1",
    });
    options = { folder, environment };
    await runTerraform(options, ["init", "-no-color"]);
  });

  afterAll(async () => {
    await sandbox.stop();
  });

  it("is versioned, encrypted, private, and closed to plain HTTP", async () => {
    await runTerraform(options, ["apply", "-json", "-auto-approve"]);
    const { stdout } = await runTerraform(options, ["show", "-json"]);
    const { values } = JSON.parse(stdout) as {
      values: { root_module: { resources: { type: string; values: Record<string, unknown> }[] } };
    };
    const of = (type: string) => values.root_module.resources.find((each) => each.type === type)?.values;
    expect(of("aws_s3_bucket_versioning")).toMatchObject({ versioning_configuration: [{ status: "Enabled" }] });
    expect(of("aws_s3_bucket_server_side_encryption_configuration")).toMatchObject({
      rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: "AES256" }] }],
    });
    expect(of("aws_s3_bucket_public_access_block")).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(of("aws_s3_bucket_policy")?.policy).toContain("aws:SecureTransport");
    const { exitCode } = await runTerraform(options, ["plan", "-json", "-detailed-exitcode"], [0, 2]);
    expect(exitCode).toBe(0);
  });

  it("is not destroyed", async () => {
    await expect(runTerraform(options, ["destroy", "-json", "-auto-approve"])).rejects.toThrow("prevent_destroy");
  });

  describe("as the back end of an environment", () => {
    async function terraform(account: string, deployment: string) {
      const project = temporaryFolder();
      await writeProject(project, {
        "images/base.yaml":
          "parent: { os: amazon-linux-2023, architecture: x86_64 }\ncomponents: [{ aws: update-linux }]\n",
        "environments/dev.yaml": `account: "${account}"
region: us-east-1
state:
  s3: { bucket: ${bucket}, key: dev.tfstate, region: us-east-1, role: { arn: "arn:aws:iam::123456789012:role/state" } }
${deployment}images: { base: { schedule: manual } }
`,
      });
      const outdir = await synthesised(project, join(project, "cdktf.out"));
      const on = await terraformOn(outdir, "dev", sandboxCredentials(sandbox.endpoint, temporaryFolder()));
      await on.init();
      return on;
    }

    // moto gives an assumed role the account of its caller, so here both are in one account.
    it("is read by a role of its own, and the environment is deployed by another", async () => {
      const role = 'deployment: { role: { arn: "arn:aws:iam::123456789012:role/deploy", externalId: golden } }\n';
      const { changes } = await (await terraform("123456789012", role)).plan();
      expect(changes).toContainEqual({ address: "aws_s3_bucket.documents", action: "create" });
    });

    it("does not open an environment of another account to the credentials that read the state", async () => {
      await expect((await terraform("210987654321", "")).plan()).rejects.toThrow(
        "AWS account ID not allowed: 123456789012",
      );
    });
  });
});
