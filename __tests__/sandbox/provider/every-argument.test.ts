import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Given } from "../../../sandbox/given/given";
import { type Sandbox, startSandbox } from "../../../sandbox/start";
import { sandboxCredentials } from "../../../src/cli/sandbox/sandbox-credentials";
import { terraformEnvironment } from "../../../src/terraform/environment";
import { providerInstallation } from "../../../src/terraform/provider-mirror";
import { runTerraform } from "../../../src/terraform/run-terraform";
import { type Terraform, terraformIn } from "../../../src/terraform/terraform";
import { keptProvider } from "../../end-to-end/provider/kept-provider";
import { describeWithTools } from "../../helpers/require-tool";
import { argumentsOf, type BlockSchema, usedIn } from "./used-arguments";

jest.setTimeout(180_000);

const lists = [
  "Components",
  "ContainerRecipes",
  "DistributionConfigurations",
  "ImagePipelines",
  "ImageRecipes",
  "Images",
  "InfrastructureConfigurations",
  "LifecyclePolicies",
  "Workflows",
].map((plural) => `List${plural}`);

/** What the files name and do not make; the images are built with it. */
const given: readonly Pick<Given, "kind" | "id">[] = [
  { kind: "instance-profile", id: "build" },
  { kind: "subnet", id: "subnet-0123456789abcdef0" },
  { kind: "security-group", id: "sg-0123456789abcdef0" },
  { kind: "key-pair", id: "operators" },
  { kind: "launch-template", id: "lt-0123456789abcdef0" },
];

interface Resource {
  readonly type: string;
  readonly address: string;
  readonly mode: "managed" | "data";
  readonly values: Readonly<Record<string, unknown>>;
}

/** The tests follow each other: each finds what the one before has left. */
describeWithTools(["terraform", "moto_server"], "the real provider, with every argument of its resources", () => {
  const folder = mkdtempSync(join(tmpdir(), "every-argument-"));
  let sandbox: Sandbox;
  let environment: NodeJS.ProcessEnv;
  let first: Terraform;
  let second: Terraform;

  beforeAll(async () => {
    cpSync(join(__dirname, "every-argument"), folder, { recursive: true });
    sandbox = await startSandbox({ environment: process.env });
    await sandbox.give(given.map((each) => ({ ...each, region: "us-east-1" })));
    environment = terraformEnvironment(process.env, {
      ...(await providerInstallation(process.env, folder)),
      ...sandboxCredentials(sandbox.endpoint, folder),
      ...keptProvider(),
    });
    const withChange = (change: string) =>
      terraformIn({ folder, environment: { ...environment, TF_VAR_change: change } });
    first = withChange("first");
    second = withChange("second");
    await first.init();
    await first.apply();
  });

  afterAll(async () => {
    await sandbox.stop();
    rmSync(folder, { recursive: true });
  });

  async function resources(): Promise<readonly Resource[]> {
    const state = (await first.show()) as { values: { root_module: { resources: Resource[] } } };
    return state.values.root_module.resources;
  }
  async function names(operation: string): Promise<string[]> {
    const scope = "Credential=sandbox/20260101/us-east-1/imagebuilder/aws4_request";
    const authorization = `AWS4-HMAC-SHA256 ${scope}, SignedHeaders=host, Signature=0`;
    const response = await fetch(`${sandbox.endpoint}/${operation}`, {
      method: "POST",
      body: "{}",
      headers: { authorization },
    });
    const body = (await response.json()) as Record<string, { name: string }[] | string>;
    return Object.values(body).flatMap((value) =>
      typeof value === "string" ? [] : value.map(({ name }) => `${operation} ${name}`),
    );
  }
  const valuesOf = async (address: string) => (await resources()).find((each) => each.address === address)?.values;

  it("is refused nothing", () => {
    expect(sandbox.requests.filter(({ status }) => status >= 400)).toEqual([]);
  });

  it("has an empty second plan", async () => {
    expect(await first.plan()).toEqual({ empty: true, changes: [] });
  });

  it("leaves no argument out", async () => {
    const { stdout } = await runTerraform({ folder, environment }, ["providers", "schema", "-json"]);
    const schema = JSON.parse(stdout) as {
      provider_schemas: Record<string, { resource_schemas: Record<string, { block: BlockSchema }> }>;
    };
    const kinds = Object.entries(
      schema.provider_schemas["registry.terraform.io/hashicorp/aws"]?.resource_schemas ?? {},
    ).filter(([type]) => type.startsWith("aws_imagebuilder_"));
    const managed = (await resources()).filter(({ mode }) => mode === "managed");
    const unused = kinds.flatMap(([type, { block }]) => {
      const used = new Set(managed.filter((each) => each.type === type).flatMap(({ values }) => usedIn(block, values)));
      return argumentsOf(block).flatMap((name) => (used.has(name) ? [] : [`${type}.${name}`]));
    });
    expect(kinds).toHaveLength(9);
    expect(unused).toEqual([]);
  });

  it("reads what was written, and the defaults of the service", async () => {
    expect(await valuesOf("aws_imagebuilder_image_pipeline.defaults")).toMatchObject({
      status: "ENABLED",
      enhanced_image_metadata_enabled: true,
      image_tests_configuration: [{ image_tests_enabled: true, timeout_minutes: 720 }],
      schedule: [
        { timezone: "UTC", pipeline_execution_start_condition: "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE" },
      ],
      workflow: [],
      image_scanning_configuration: [],
    });
    expect(await valuesOf("aws_imagebuilder_image.ami")).toMatchObject({
      // A set: its order is that of hashes.
      output_resources: [
        {
          amis: expect.arrayContaining(
            ["eu-west-1", "us-east-1"].map((region) => expect.objectContaining({ region }) as unknown),
          ) as unknown,
        },
      ],
    });
    expect(await valuesOf("aws_imagebuilder_image.container")).toMatchObject({
      output_resources: [
        { containers: [{ image_uris: ["123456789012.dkr.ecr.us-east-1.amazonaws.com/images/web:1.0.0-1"] }] },
      ],
    });
    expect(await valuesOf("aws_imagebuilder_component.ireland")).toMatchObject({
      arn: "arn:aws:imagebuilder:eu-west-1:123456789012:component/install/1.0.0/1",
    });
  });

  it("finds with its data sources what it is to find", async () => {
    const data = (await resources()).filter(({ mode }) => mode === "data");
    const found = data.map(({ address, values }) => [address, values.arn ?? values.arns] as const);
    const arn = (rest: string) => `arn:aws:imagebuilder:us-east-1:123456789012:${rest}`;
    expect(Object.fromEntries(found)).toEqual({
      "data.aws_imagebuilder_component.one": arn("component/install/1.0.0/1"),
      "data.aws_imagebuilder_components.amazon": [],
      "data.aws_imagebuilder_components.named": [arn("component/install/1.0.0")],
      "data.aws_imagebuilder_container_recipe.one": arn("container-recipe/web-from-s3/1.0.0"),
      "data.aws_imagebuilder_container_recipes.named": [arn("container-recipe/web/1.0.0")],
      "data.aws_imagebuilder_distribution_configuration.one": arn("distribution-configuration/amis"),
      "data.aws_imagebuilder_distribution_configurations.named": [arn("distribution-configuration/amis")],
      "data.aws_imagebuilder_image.one": arn("image/web/1.0.0/1"),
      "data.aws_imagebuilder_image_pipeline.one": arn("image-pipeline/web-container"),
      "data.aws_imagebuilder_image_pipelines.named": [arn("image-pipeline/web")],
      "data.aws_imagebuilder_image_recipe.one": arn("image-recipe/web-hardened/1.0.0"),
      "data.aws_imagebuilder_image_recipes.named": [arn("image-recipe/web/1.0.0")],
      "data.aws_imagebuilder_infrastructure_configuration.one": arn("infrastructure-configuration/build"),
      "data.aws_imagebuilder_infrastructure_configurations.named": [arn("infrastructure-configuration/build")],
    });
  });

  it("updates in place what can be, and of the rest the tags", async () => {
    const changes = (await second.apply()).filter(({ action }) => action !== "read");
    expect(changes.map(({ address, action }) => `${action} ${address}`).sort()).toEqual([
      "update aws_imagebuilder_component.data",
      "update aws_imagebuilder_container_recipe.data",
      "update aws_imagebuilder_distribution_configuration.amis",
      "update aws_imagebuilder_distribution_configuration.containers",
      "update aws_imagebuilder_image.ami",
      "update aws_imagebuilder_image_pipeline.ami",
      "update aws_imagebuilder_image_pipeline.container",
      "update aws_imagebuilder_image_recipe.root",
      "update aws_imagebuilder_infrastructure_configuration.all",
      "update aws_imagebuilder_lifecycle_policy.by_tag",
      "update aws_imagebuilder_workflow.data",
    ]);
    expect(await second.plan()).toEqual({ empty: true, changes: [] });
  });

  it("leaves nothing behind", async () => {
    const left = async () => (await Promise.all(lists.map(names))).flat().sort();
    expect(await left()).toEqual([
      "ListComponents check",
      "ListComponents install",
      "ListContainerRecipes web",
      "ListContainerRecipes web-from-s3",
      "ListDistributionConfigurations amis",
      "ListDistributionConfigurations containers",
      "ListDistributionConfigurations regions",
      "ListImagePipelines web",
      "ListImagePipelines web-container",
      "ListImagePipelines web-hardened",
      "ListImageRecipes web",
      "ListImageRecipes web-hardened",
      "ListImages web",
      "ListImages web-from-s3",
      "ListInfrastructureConfigurations build",
      "ListInfrastructureConfigurations mac",
      "ListLifecyclePolicies amis-by-tag",
      "ListLifecyclePolicies containers-by-recipe",
      "ListWorkflows wait",
      "ListWorkflows wait-from-s3",
    ]);
    await second.destroy();
    expect(await left()).toEqual([]);
    expect(await second.stateList()).toEqual([]);
  });
});
