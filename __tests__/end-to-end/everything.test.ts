import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { givenInStack } from "../../sandbox/given/given-in-stack";
import { type Sandbox, startSandbox } from "../../sandbox/start";
import { whatIsLeft } from "../../src/cli/demo/what-exists";
import { sandboxCredentials } from "../../src/cli/sandbox/sandbox-credentials";
import type { Terraform } from "../../src/terraform/terraform";
import { notAllowed } from "../helpers/iam/deploying-policy";
import { describeWithTools } from "../helpers/require-tool";
import { repository, synthesised, temporaryFolder, terraformOn } from "./harness";

jest.setTimeout(400_000);

const example = join(repository, "examples", "everything");
const nouns = [
  "component",
  "container_recipe",
  "distribution_configuration",
  "image",
  "image_pipeline",
  "image_recipe",
  "infrastructure_configuration",
  "lifecycle_policy",
  "workflow",
].map((noun) => `aws_imagebuilder_${noun}`);

interface StackJson {
  readonly resource: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
}

/** A copy of the example, synthesised once for all tests. */
const project = join(temporaryFolder(), "everything");
const outdir = temporaryFolder();
beforeAll(async () => {
  cpSync(example, project, { recursive: true });
  await synthesised(project, outdir);
});

function stackJson(stack: string): StackJson {
  return JSON.parse(readFileSync(join(outdir, "stacks", stack, "cdk.tf.json"), "utf8")) as StackJson;
}

/** The blocks of one kind in all distributions of the example, by the stack they are in. */
function outputsOf(stack: string): Set<string> {
  const configurations = Object.values(stackJson(stack).resource.aws_imagebuilder_distribution_configuration ?? {});
  const distributions = configurations.flatMap(({ distribution }) => distribution as Record<string, unknown>[]);
  const amis = distributions.flatMap(({ ami_distribution_configuration: ami }) =>
    ami === undefined ? [] : Object.keys(ami as object),
  );
  return new Set([...distributions.flatMap((each) => Object.keys(each)), ...amis]);
}

/** All texts within a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe("the example that uses everything", () => {
  it("has each of the nine resources of Image Builder", () => {
    expect(Object.keys(stackJson("everything").resource)).toEqual(expect.arrayContaining(nouns));
  });

  it("has each output of a distribution", () => {
    expect([...new Set([...outputsOf("everything"), ...outputsOf("open")])]).toEqual(
      expect.arrayContaining([
        "container_distribution_configuration",
        "fast_launch_configuration",
        "kms_key_id",
        "launch_permission",
        "launch_template_configuration",
        "license_configuration_arns",
        "s3_export_configuration",
        "ssm_parameter_configuration",
        "target_account_ids",
      ]),
    );
  });

  it("has an image whose twenty uses of one component are merged into one, in their place", () => {
    const { aws_imagebuilder_image_recipe: recipes } = stackJson("everything").resource;
    const components = recipes?.["linux-arm"]?.component as { component_arn: string; parameter?: unknown[] }[];
    expect(components.map(({ component_arn: arn }) => /component[./]([a-z0-9-]+)/.exec(arn)?.[1])).toEqual([
      "update-linux",
      "merged-linux-arm-1",
      "linux-message-of-the-day",
      "linux-test-boot",
    ]);
    expect(components[1]?.parameter).toHaveLength(20);
  });
});

/** The tests follow each other: each finds what the one before has left. */
describeWithTools(["terraform", "moto_server"], "the life of each stack of the example", () => {
  describe.each([
    [
      "everything",
      [
        ["CreateImageRecipe", 'Linux with everything: ${x}, %{y}, "quotes", a \\ and 🎉'],
        ["CreateImageRecipe", '${host} is %{kind} "golden" \\ 🎉'],
        ["CreateImageRecipe", "${a} %{b} @ +-=._:/"],
        ["CreateImagePipeline", 'Linux with everything: ${x}, %{y}, "quotes", a \\ and 🎉'],
        ["CreateDistributionConfiguration", 'Linux: ${x} %{y} "z" \\ ~'],
        ["CreateInfrastructureConfiguration", "${build} %{instance}"],
        ["CreateContainerRecipe", "A container: ${x} %{y} 🎉"],
        ["CreateComponent", 'Says at login what the machine is: ${name}, %{kind}, "quoted", \\ and 🎉.'],
      ],
    ],
    ["open", [["CreateDistributionConfiguration", "/golden/open"]]],
  ] as const)("%s", (stack, texts) => {
    let sandbox: Sandbox;
    let terraform: Terraform;
    /** What the stack names and does not create, in the words of `whatIsLeft`. */
    let given: readonly string[] = [];
    let callsBefore = 0;
    /** Of the whole life of the stack. */
    let calls: Sandbox["calls"] = [];

    beforeAll(async () => {
      const builds = { approval: "at-once" } as const;
      sandbox = await startSandbox({ account: "123456789012", environment: process.env, builds });
      await sandbox.give(givenInStack({ ...stackJson(stack) }));
      given = await whatIsLeft(sandbox.endpoint);
      callsBefore = sandbox.calls.length;
      terraform = await terraformOn(outdir, stack, sandboxCredentials(sandbox.endpoint, temporaryFolder()));
      await terraform.init();
      await terraform.apply();
    });

    afterAll(async () => {
      await sandbox.stop();
    });

    it("is refused nothing by the API", () => {
      expect(sandbox.requests.filter(({ status }) => status >= 400)).toEqual([]);
    });

    it.each(texts)(
      "says to AWS in %s what was written, whatever Terraform makes of such text: %s",
      (operation, text) => {
        const sent = sandbox.requests.filter((request) => request.operation === operation);
        expect(sent.flatMap(({ body }) => textsIn(JSON.parse(body)))).toContain(text);
      },
    );

    it("has an empty second plan", async () => {
      expect(await terraform.plan()).toEqual({ empty: true, changes: [] });
    });

    it("leaves nothing behind when destroyed", async () => {
      await terraform.destroy();
      // What came before and what follows are calls of this test.
      calls = sandbox.calls.slice(callsBefore);
      expect(await terraform.stateList()).toEqual([]);
      // `retainComponents` of "open" leaves the versions of components to whoever wants them.
      expect(await whatIsLeft(sandbox.endpoint)).toEqual(given);
    });

    it("calls nothing that the policy of docs/deploying-identity.md does not allow", () => {
      expect(calls.length).toBeGreaterThan(100);
      expect(notAllowed(calls)).toEqual([]);
    });
  });

  it.each(["receiver-consumer", "receiver-frankfurt-consumer"])(
    "is valid for the account that receives: %s",
    async (stack) => {
      const terraform = await terraformOn(outdir, stack);
      await terraform.init({ backend: false });
      await expect(terraform.validate()).resolves.toBeUndefined();
    },
  );
});
