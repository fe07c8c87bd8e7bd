import { join } from "node:path";

import { CopyImageCommand, CreateTagsCommand, EC2Client } from "@aws-sdk/client-ec2";

import { type Sandbox, startSandbox } from "../../sandbox/start";
import { sandboxCredentials } from "../../src/cli/sandbox/sandbox-credentials";
import type { Terraform } from "../../src/terraform/terraform";
import { projectFolder } from "../helpers/project-folder";
import { describeWithTools } from "../helpers/require-tool";
import { giveNamed, synthesised, temporaryFolder, terraformOn } from "./harness";
import { writeProject } from "./write-project";

jest.setTimeout(180_000);

const image = (description: string) => `description: ${description}
parent:
  ami:
    owners: [self]
    name: corporate-*
    tags: { Stage: "\${var.stage}" }
  platform: Linux
  architecture: x86_64
components:
  - aws: update-linux
`;

const files = {
  "images/base.yaml": image("first"),
  "environments/dev.yaml": `account: "123456789012"
region: us-east-1
values: { stage: blue }
network:
  subnet: { tags: { Name: "build-\${var.stage}" } }
  securityGroups: [{ name: build }]
images:
  base: { schedule: manual }
`,
};

interface Shown {
  readonly values: {
    readonly outputs: { readonly look_ups: { readonly value: Readonly<Record<string, string>> } };
    readonly root_module: { readonly resources: readonly { readonly address: string; readonly values: Recipe }[] };
  };
}

interface Recipe {
  readonly parent_image?: string;
  readonly version?: string;
}

/** Each test finds what the one before has left. */
describeWithTools(["terraform", "moto_server"], "what is looked up when Terraform plans", () => {
  const project = projectFolder(files);
  const outdir = join(project, "cdktf.out");
  let sandbox: Sandbox;
  let terraform: Terraform;
  let ec2: EC2Client;

  beforeAll(async () => {
    sandbox = await startSandbox({ environment: process.env });
    ec2 = new EC2Client({
      endpoint: sandbox.endpoint,
      region: "us-east-1",
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    });
    await writeProject(project, files);
    await synthesised(project, outdir);
    await giveNamed(sandbox, outdir, "dev");
    terraform = await terraformOn(outdir, "dev", sandboxCredentials(sandbox.endpoint, temporaryFolder()));
    await terraform.init();
  });
  afterAll(async () => {
    ec2.destroy();
    await sandbox.stop();
  });

  async function shown() {
    const { values } = (await terraform.show()) as Shown;
    const recipe = values.root_module.resources.find(({ address }) => address === "aws_imagebuilder_image_recipe.base");
    const { parent_image: parent, version } = recipe?.values ?? {};
    return { lookUps: values.outputs.look_ups.value, recipe: { parent, version } };
  }

  it("is found, and then there is nothing to do", async () => {
    await terraform.apply();
    expect(await terraform.plan()).toEqual({ empty: true, changes: [] });
    const { lookUps, recipe } = await shown();
    expect(Object.keys(lookUps).sort()).toEqual(["network.securityGroups[0]", "network.subnet", "parent of base"]);
    expect(recipe).toEqual({ parent: lookUps["parent of base"], version: "1.0.0" });
  });

  it("replaces no recipe when it finds another AMI, which the next version takes", async () => {
    const before = await shown();
    const given = before.lookUps["parent of base"] ?? "";
    const copy = { SourceImageId: given, SourceRegion: "us-east-1", Name: "corporate-2" };
    const { ImageId: newer = "" } = await ec2.send(new CopyImageCommand(copy));
    await ec2.send(new CreateTagsCommand({ Resources: [newer], Tags: [{ Key: "Stage", Value: "blue" }] }));
    const plan = await terraform.plan();
    expect(plan.changes).toEqual([]);
    await terraform.apply();
    const after = await shown();
    expect(after.recipe).toEqual(before.recipe);
    expect(after.lookUps["parent of base"]).toBe(newer);

    await writeProject(project, { "images/base.yaml": image("second") });
    await synthesised(project, outdir);
    await terraform.apply();
    expect((await shown()).recipe).toEqual({ parent: newer, version: "1.0.1" });
    expect((await terraform.plan()).empty).toBe(true);
  });
});
