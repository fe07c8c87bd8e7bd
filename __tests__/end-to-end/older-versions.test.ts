import { join } from "node:path";

import { type Sandbox, startSandbox } from "../../sandbox/start";
import { whatIsLeft } from "../../src/cli/demo/what-exists";
import { sandboxCredentials } from "../../src/cli/sandbox/sandbox-credentials";
import { helloDocument } from "../../src/documents/examples";
import type { Terraform } from "../../src/terraform/terraform";
import { projectFolder } from "../helpers/project-folder";
import { describeWithTools } from "../helpers/require-tool";
import { giveNamed, synthesised, temporaryFolder, terraformOn } from "./harness";
import { writeProject } from "./write-project";

jest.setTimeout(180_000);

const image = (component: string) =>
  `parent: { os: amazon-linux-2023, architecture: x86_64 }\ncomponents:\n  - ${component}\n`;

const files = {
  "components/linux/hello.yaml": helloDocument,
  "images/base.yaml": image("linux/hello"),
  "images/web.yaml": image("linux/hello"),
  "environments/dev.yaml": `account: "123456789012"
region: us-east-1
retainComponents: true
images: { base: { schedule: manual }, web: { schedule: manual } }
`,
};

/** Each test finds what the one before has left. */
describeWithTools(["terraform", "moto_server"], "an image with an older version of a component", () => {
  const project = projectFolder(files);
  const outdir = join(project, "cdktf.out");
  let sandbox: Sandbox;
  let terraform: Terraform;

  beforeAll(async () => {
    sandbox = await startSandbox({ environment: process.env });
    await writeProject(project, files);
    await synthesised(project, outdir);
    await giveNamed(sandbox, outdir, "dev");
    terraform = await terraformOn(outdir, "dev", sandboxCredentials(sandbox.endpoint, temporaryFolder()));
    await terraform.init();
    await terraform.apply();
  });
  afterAll(() => sandbox.stop());

  const refused = () => sandbox.requests.filter(({ status }) => status >= 400);

  it("is not touched when the document changes, and the version stays in AWS", async () => {
    await writeProject(project, {
      "components/linux/hello.yaml": helloDocument.replace("hello", "hello again"),
      "images/base.yaml": image("{ component: linux/hello, version: 1.0.0 }"),
    });
    await synthesised(project, outdir);
    const changed = (await terraform.apply()).map(({ address }) => address);
    expect(changed).toContain("aws_imagebuilder_component.linux-hello");
    expect(changed).toContain("aws_imagebuilder_image_recipe.web");
    expect(changed).not.toContain("aws_imagebuilder_image_recipe.base");
    expect(refused()).toEqual([]);
    expect(await terraform.plan()).toEqual({ empty: true, changes: [] });
    const components = (await whatIsLeft(sandbox.endpoint)).filter((each) => each.startsWith("component "));
    expect(components).toHaveLength(2);
  });

  it("is made anew with it, and goes to the newest again", async () => {
    await writeProject(project, {
      "images/base.yaml": `description: other\n${image("{ component: linux/hello, version: 1.0.0 }")}`,
    });
    await synthesised(project, outdir);
    expect((await terraform.apply()).map(({ address }) => address)).toContain("aws_imagebuilder_image_recipe.base");
    await writeProject(project, { "images/base.yaml": image("linux/hello") });
    await synthesised(project, outdir);
    await terraform.apply();
    expect(refused()).toEqual([]);
    expect(await terraform.plan()).toEqual({ empty: true, changes: [] });
  });
});
