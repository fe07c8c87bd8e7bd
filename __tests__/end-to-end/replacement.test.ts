import { readFileSync, writeFileSync } from "node:fs";

import { whatExists } from "../../src/cli/demo/what-exists";
import { describeWithTools } from "../helpers/require-tool";
import { ChangingProject } from "./changing-project";

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
    buildOnDeploy: true
  web:
    schedule: { cron: 0 4 ? * SUN *, start: on-updates }
`;

/** Each edit is made to what the one before has left; each has to apply at the first try and leave nothing to do and nothing behind. */
describeWithTools(["terraform", "moto_server"], "a change of what is immutable in AWS", () => {
  let project: ChangingProject;

  async function versions(): Promise<Record<string, string>> {
    const { components, recipes } = await whatExists(project.sandbox.endpoint);
    return Object.fromEntries([
      ...components.map(({ name, version }) => [name, version] as const),
      // …:image-recipe/<name>/<version>
      ...recipes.map(({ name, arn }) => [name, arn.slice(arn.lastIndexOf("/") + 1)] as const),
    ]);
  }

  beforeAll(async () => {
    project = await ChangingProject.start({
      ...Object.fromEntries(["one", "two", "three"].map((name) => [`components/linux/${name}.yaml`, document(name)])),
      "images/base.yaml": base,
      "images/web.yaml": web,
      "environments/dev.yaml": environment,
    });
  });
  afterAll(() => project.sandbox.stop());

  it("replaces nothing where the version stays, which is why a stale lock is an error", async () => {
    const before = await versions();
    project.edit("components/linux/two.yaml", "echo two", "echo second");
    await project.lockAndSynthesise();
    const generated = readFileSync(project.stack, "utf8");
    writeFileSync(project.stack, generated.replaceAll('"version": "1.0.1"', '"version": "1.0.0"'));
    const changes = await (await project.terraform()).apply();
    expect(changes.filter(({ action }) => action !== "update")).toEqual([
      { address: "aws_s3_object.linux-two", action: "replace" },
    ]);
    expect(await versions()).toEqual(before);
    writeFileSync(project.stack, generated);
  });

  it("applies where a component is edited that two images use", async () => {
    await project.applied();
    expect(await versions()).toEqual({
      "linux-one": "1.0.0",
      "linux-two": "1.0.1",
      "linux-three": "1.0.0",
      base: "1.0.1",
      web: "1.0.1",
    });
  });

  it("applies where two components are edited at once", async () => {
    project.edit("components/linux/one.yaml", "echo one", "echo first");
    project.edit("components/linux/three.yaml", "echo three", "echo third");
    await project.lockAndSynthesise();
    await project.applied();
    expect(await versions()).toMatchObject({
      "linux-one": "1.0.1",
      "linux-three": "1.0.1",
      base: "1.0.2",
      web: "1.0.2",
    });
  });

  it("applies where a volume is changed, and leaves other images alone", async () => {
    project.edit("images/base.yaml", "size: 20", "size: 25");
    await project.lockAndSynthesise();
    const changes = await project.applied();
    expect(changes.map(({ address }) => address)).not.toContain("aws_imagebuilder_image_recipe.web");
    expect(await versions()).toMatchObject({ base: "1.0.3", web: "1.0.2" });
  });

  it("applies where components are reordered, added and removed", async () => {
    project.write("components/linux/four.yaml", document("four"));
    project.edit("images/base.yaml", "[linux/one, linux/two]", "[linux/two, linux/four, linux/one]");
    project.edit("images/web.yaml", "[linux/two, linux/three]", "[linux/three]");
    await project.lockAndSynthesise();
    await project.applied();
    expect(await versions()).toMatchObject({ base: "1.0.4", web: "1.0.3", "linux-four": "1.0.0" });
  });

  it("applies where the parent changes of an image that another stands on, whose root device follows", async () => {
    project.edit("images/base.yaml", "amazon-linux-2023", "ubuntu-24.04");
    await project.lockAndSynthesise();
    await project.applied();
    expect(await versions()).toMatchObject({ base: "1.0.5", web: "1.0.4" });
  });

  it("applies where an edit is reverted, and versions go forward", async () => {
    project.edit("components/linux/two.yaml", "echo second", "echo two");
    await project.lockAndSynthesise();
    await project.applied();
    expect(await versions()).toMatchObject({ "linux-two": "1.0.2", base: "1.0.6" });
  });

  it("applies where the network and the regions change, in place", async () => {
    project.edit(
      "environments/dev.yaml",
      "subnet-11111111, securityGroups: [sg-11111111]",
      "subnet-22222222, securityGroups: [sg-22222222]",
    );
    project.edit(
      "environments/dev.yaml",
      "schedule: manual",
      "schedule: manual\n    distribute: [{ region: us-east-1 }, { region: eu-west-1 }]",
    );
    await project.lockAndSynthesise();
    expect(await project.applied()).toEqual([
      { address: "aws_imagebuilder_distribution_configuration.base", action: "update" },
      { address: "aws_imagebuilder_infrastructure_configuration.image-factory", action: "update" },
    ]);
  });

  it("applies where an image is renamed", async () => {
    project.write("images/site.yaml", project.read("images/web.yaml"));
    project.remove("images/web.yaml");
    project.edit("environments/dev.yaml", "  web:", "  site:");
    await project.lockAndSynthesise();
    await project.applied();
    expect(await versions()).toMatchObject({ site: "1.0.0" });
  });

  it("applies where an image is deleted, and remembers its versions", async () => {
    const lock = JSON.parse(project.read("versions.lock.json")) as {
      imageRecipes: Record<string, { versions: object }>;
    };
    project.edit("environments/dev.yaml", "  site:\n    schedule: { cron: 0 4 ? * SUN *, start: on-updates }\n", "");
    project.remove("images/site.yaml");
    await project.lockAndSynthesise();
    await project.applied();
    const after = JSON.parse(project.read("versions.lock.json")) as typeof lock;
    expect(Object.keys(after.imageRecipes.web?.versions ?? {})).toEqual(
      ["1.0.0", "1.0.1", "1.0.2", "1.0.3", "1.0.4", "1.0.5"].slice(
        0,
        Object.keys(lock.imageRecipes.web?.versions ?? {}).length,
      ),
    );
    expect(await versions()).not.toHaveProperty("site");
  });
});
