import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { type Sandbox, startSandbox } from "../../sandbox/start";
import { sandboxCredentials } from "../../src/cli/demo/sandbox-credentials";
import { whatExists } from "../../src/cli/demo/what-exists";
import { inspectProject } from "../../src/project/inspect-project";
import type { PlannedChange, Terraform } from "../../src/terraform/terraform";
import { describeWithTools } from "../helpers/require-tool";
import { synthesised, temporaryFolder, terraformOn } from "./harness";

jest.setTimeout(180_000);

const document = (says: string) => `description: Says ${says}
schemaVersion: 1.0
phases:
  - name: build
    steps:
      - name: Say
        action: ExecuteBash
        timeoutSeconds: 60
        inputs:
          commands:
            - echo ${says}
`;

const base = `parent: { os: amazon-linux-2023, architecture: x86_64 }
components: [linux/one, linux/two]
volumes:
  - size: 20
`;
const web = `parent: { image: base }
components: [linux/two, linux/three]
volumes:
  - size: 30
`;
const environment = `account: "123456789012"
region: us-east-1
network: { subnet: subnet-11111111, securityGroups: [sg-11111111] }
images:
  base:
    schedule: manual
  web:
    schedule: { cron: 0 4 ? * SUN *, start: on-updates }
`;

/** Each edit is made to what the one before has left; each has to apply at the first try and leave nothing to do and nothing behind. */
describeWithTools(["terraform", "moto_server"], "a change of what is immutable in AWS", () => {
  const project = temporaryFolder();
  const outdir = temporaryFolder();
  let sandbox: Sandbox;
  let terraform: Terraform;

  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), text);
  };
  const read = (file: string): string => readFileSync(join(project, file), "utf8");
  const edit = (file: string, from: string, to: string): void => {
    if (!read(file).includes(from)) throw new Error(`${file} does not hold "${from}"`);
    write(file, read(file).replace(from, to));
  };

  /** What `npm run lock` and `npm run synth` do. */
  async function lockAndSynthesise(): Promise<void> {
    const { lock, problems } = await inspectProject(project);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    write("versions.lock.json", lock?.text ?? "");
    await synthesised(project, outdir);
  }

  /** Applies, and proves that there is nothing left to do and nothing in AWS that Terraform does not know. */
  async function applied(): Promise<readonly PlannedChange[]> {
    const refusedBefore = sandbox.requests.filter(({ status }) => status >= 400).length;
    const changes = await terraform.apply();
    expect(sandbox.requests.filter(({ status }) => status >= 400).slice(refusedBefore)).toEqual([]);
    expect(await terraform.plan()).toEqual({ empty: true, changes: [] });
    const { components, recipes, pipelines } = await whatExists(sandbox.endpoint);
    const known = await terraform.stateList();
    const count = (type: string): number => known.filter((address) => address.startsWith(`${type}.`)).length;
    expect({
      components: components.length,
      recipes: recipes.length,
      pipelines: pipelines.length,
      objects: await objects(),
    }).toEqual({
      components: count("aws_imagebuilder_component"),
      recipes: count("aws_imagebuilder_image_recipe"),
      pipelines: count("aws_imagebuilder_image_pipeline"),
      objects: count("aws_s3_object"),
    });
    return changes;
  }

  async function objects(): Promise<number> {
    const response = await fetch(`${sandbox.endpoint}/ec2imagebuilder-123456789012-us-east-1?list-type=2`, {
      headers: {
        authorization:
          "AWS4-HMAC-SHA256 Credential=sandbox/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0",
      },
    });
    return (await response.text()).match(/<Key>/g)?.length ?? 0;
  }

  async function versions(): Promise<Record<string, string>> {
    const { components, recipes } = await whatExists(sandbox.endpoint);
    return Object.fromEntries([
      ...components.map(({ name, version }) => [name, version] as const),
      // …:image-recipe/<name>/<version>
      ...recipes.map(({ name, arn }) => [name, arn.slice(arn.lastIndexOf("/") + 1)] as const),
    ]);
  }

  beforeAll(async () => {
    sandbox = await startSandbox({ environment: process.env });
    for (const name of ["one", "two", "three"]) write(`components/linux/${name}.yaml`, document(name));
    write("images/base.yaml", base);
    write("images/web.yaml", web);
    write("environments/dev.yaml", environment);
    await lockAndSynthesise();
    terraform = await terraformOn(outdir, "dev", sandboxCredentials(sandbox.endpoint, temporaryFolder()));
    await terraform.init();
    await applied();
  });
  afterAll(() => sandbox.stop());

  it("fails, as in AWS, where the version stays", async () => {
    const before = await versions();
    edit("components/linux/two.yaml", "echo two", "echo second");
    await lockAndSynthesise();
    const stack = join(outdir, "stacks/dev/cdk.tf.json");
    const generated = readFileSync(stack, "utf8");
    writeFileSync(stack, generated.replaceAll('"version": "1.0.1"', '"version": "1.0.0"'));
    await expect(terraform.apply()).rejects.toThrow(/ResourceAlreadyExistsException/);
    writeFileSync(stack, generated);
    expect(await versions()).toEqual(before);
  });

  it("applies where a component is edited that two images use", async () => {
    await applied();
    expect(await versions()).toEqual({
      "linux-one": "1.0.0",
      "linux-two": "1.0.1",
      "linux-three": "1.0.0",
      base: "1.0.1",
      web: "1.0.1",
    });
  });

  it("applies where two components are edited at once", async () => {
    edit("components/linux/one.yaml", "echo one", "echo first");
    edit("components/linux/three.yaml", "echo three", "echo third");
    await lockAndSynthesise();
    await applied();
    expect(await versions()).toMatchObject({
      "linux-one": "1.0.1",
      "linux-three": "1.0.1",
      base: "1.0.2",
      web: "1.0.2",
    });
  });

  it("applies where a volume is changed, and leaves other images alone", async () => {
    edit("images/base.yaml", "size: 20", "size: 25");
    await lockAndSynthesise();
    const changes = await applied();
    expect(changes.map(({ address }) => address)).not.toContain("aws_imagebuilder_image_recipe.web");
    expect(await versions()).toMatchObject({ base: "1.0.3", web: "1.0.2" });
  });

  it("applies where components are reordered, added and removed", async () => {
    write("components/linux/four.yaml", document("four"));
    edit("images/base.yaml", "[linux/one, linux/two]", "[linux/two, linux/four, linux/one]");
    edit("images/web.yaml", "[linux/two, linux/three]", "[linux/three]");
    await lockAndSynthesise();
    await applied();
    expect(await versions()).toMatchObject({ base: "1.0.4", web: "1.0.3", "linux-four": "1.0.0" });
  });

  it("applies where the parent changes of an image that another stands on, whose root device follows", async () => {
    edit("images/base.yaml", "amazon-linux-2023", "ubuntu-24.04");
    await lockAndSynthesise();
    await applied();
    expect(await versions()).toMatchObject({ base: "1.0.5", web: "1.0.4" });
  });

  it("applies where an edit is reverted, and versions go forward", async () => {
    edit("components/linux/two.yaml", "echo second", "echo two");
    await lockAndSynthesise();
    await applied();
    expect(await versions()).toMatchObject({ "linux-two": "1.0.2", base: "1.0.6" });
  });

  it("applies where the network and the regions change, in place", async () => {
    edit(
      "environments/dev.yaml",
      "subnet-11111111, securityGroups: [sg-11111111]",
      "subnet-22222222, securityGroups: [sg-22222222]",
    );
    edit(
      "environments/dev.yaml",
      "schedule: manual",
      "schedule: manual\n    distribute: [{ region: us-east-1 }, { region: eu-west-1 }]",
    );
    await lockAndSynthesise();
    expect(await applied()).toEqual([
      { address: "aws_imagebuilder_distribution_configuration.base", action: "update" },
      { address: "aws_imagebuilder_infrastructure_configuration.image-factory", action: "update" },
    ]);
  });

  it("applies where an image is renamed", async () => {
    write("images/site.yaml", read("images/web.yaml"));
    rmSync(join(project, "images/web.yaml"));
    edit("environments/dev.yaml", "  web:", "  site:");
    await lockAndSynthesise();
    await applied();
    expect(await versions()).toMatchObject({ site: "1.0.0" });
  });

  it("applies where an image is deleted, and remembers its versions", async () => {
    const lock = JSON.parse(read("versions.lock.json")) as { imageRecipes: Record<string, { versions: object }> };
    edit("environments/dev.yaml", "  site:\n    schedule: { cron: 0 4 ? * SUN *, start: on-updates }\n", "");
    rmSync(join(project, "images/site.yaml"));
    await lockAndSynthesise();
    await applied();
    const after = JSON.parse(read("versions.lock.json")) as typeof lock;
    expect(Object.keys(after.imageRecipes.web?.versions ?? {})).toEqual(
      ["1.0.0", "1.0.1", "1.0.2", "1.0.3", "1.0.4", "1.0.5"].slice(
        0,
        Object.keys(lock.imageRecipes.web?.versions ?? {}).length,
      ),
    );
    expect(await versions()).not.toHaveProperty("site");
  });
});
