import { describeWithTools } from "../helpers/require-tool";
import { ChangingProject } from "./changing-project";

jest.setTimeout(180_000);

const document = `schemaVersion: 1.0
phases:
  - name: build
    steps:
      - name: Say
        action: ExecuteBash
        timeoutSeconds: 60
        inputs:
          commands:
            - echo one
`;
const workflow = `schemaVersion: 1.0
steps:
  - name: Launch
    action: LaunchInstance
    timeoutSeconds: 3600
    inputs:
      waitFor: ssmAgent
`;
const files = {
  "components/linux/one.yaml": document,
  "workflows/test/boot.yaml": workflow,
  "images/base.yaml": `parent: { os: amazon-linux-2023, architecture: x86_64 }
components: [linux/one]
workflows: [test/boot]
`,
  "containers/app.yaml": `parent: { image: "amazonlinux:2023" }
components: [linux/one]
dockerfile: containers/app.Dockerfile
`,
  "containers/app.Dockerfile":
    "FROM {{{ imagebuilder:parentImage }}}\n{{{ imagebuilder:environments }}}\n{{{ imagebuilder:components }}}\n",
  "containers/web.yaml": "parent: { container: app }\ncomponents: [linux/one]\n",
  "environments/dev.yaml": `account: "123456789012"
region: us-east-1
images:
  base: { schedule: manual }
containers:
  app: { schedule: manual, buildOnDeploy: true }
  web: { schedule: manual }
lifecycle:
  old:
    images: [base]
    rules: [{ action: delete, keep: 3 }]
`,
};

/** Each edit is made to what the one before has left; each has to apply at the first try and leave nothing to do and nothing behind. */
describeWithTools(["terraform", "moto_server"], "a change of containers, workflows and what follows them", () => {
  let project: ChangingProject;

  beforeAll(async () => {
    project = await ChangingProject.start(files);
  });
  afterAll(() => project.sandbox.stop());

  interface Lock {
    readonly containerRecipes: Readonly<Record<string, { readonly current: string }>>;
    readonly imageRecipes: Readonly<Record<string, { readonly current: string }>>;
    readonly workflows: Readonly<Record<string, { readonly current: string }>>;
  }
  const lock = (): Lock => JSON.parse(project.read("versions.lock.json")) as Lock;
  const changed = async (): Promise<string[]> => (await project.applied()).map(({ address }) => address);

  it("applies where a component is edited that images and containers use, and the lifecycle policy follows", async () => {
    project.edit("components/linux/one.yaml", "echo one", "echo first");
    await project.lockAndSynthesise();
    expect(await changed()).toContain("aws_imagebuilder_lifecycle_policy.old");
    expect(lock().containerRecipes).toMatchObject({ app: { current: "1.0.1" }, web: { current: "1.0.1" } });
    const policies = project.sandbox.requests.filter(({ operation }) => operation === "UpdateLifecyclePolicy");
    expect(JSON.parse(policies.at(-1)?.body ?? "{}")).toMatchObject({
      // The images of the version before are still there.
      resourceSelection: {
        recipes: expect.arrayContaining([
          { name: "base", semanticVersion: "1.0.0" },
          { name: "base", semanticVersion: "1.0.1" },
        ]) as unknown,
      },
    });
  });

  it("applies where a Dockerfile is edited, and leaves the other container alone", async () => {
    project.edit("containers/app.Dockerfile", "{{{ imagebuilder:components }}}\n", "$&RUN true\n");
    await project.lockAndSynthesise();
    const addresses = await changed();
    expect(addresses).toContain("aws_imagebuilder_container_recipe.app");
    expect(addresses).not.toContain("aws_imagebuilder_container_recipe.web");
    expect(lock().containerRecipes).toMatchObject({ app: { current: "1.0.2" }, web: { current: "1.0.1" } });
  });

  it("applies where a workflow is edited that a pipeline uses, without a new recipe", async () => {
    project.edit("workflows/test/boot.yaml", "3600", "1800");
    await project.lockAndSynthesise();
    const addresses = await changed();
    expect(addresses).toEqual(
      expect.arrayContaining(["aws_imagebuilder_workflow.test-boot", "aws_imagebuilder_image_pipeline.base"]),
    );
    expect(addresses).not.toContain("aws_imagebuilder_image_recipe.base");
    expect(lock()).toMatchObject({ workflows: { "test/boot": { current: "1.0.1" } } });
  });

  it("applies where more components are added than a recipe takes", async () => {
    const uses = Array.from({ length: 24 }, () => "linux/one").join(", ");
    project.edit("images/base.yaml", "[linux/one]", `[${uses}]`);
    await project.lockAndSynthesise();
    expect(await changed()).toContain("aws_imagebuilder_component.merged-base-1");
    project.edit("components/linux/one.yaml", "echo first", "echo second");
    await project.lockAndSynthesise();
    expect(await changed()).toContain("aws_imagebuilder_component.merged-base-1");
  });

  it("applies where a container goes", async () => {
    project.edit("environments/dev.yaml", "  web: { schedule: manual }\n", "");
    project.remove("containers/web.yaml");
    await project.lockAndSynthesise();
    expect(await changed()).toContain("aws_imagebuilder_container_recipe.web");
  });
});
