import { join } from "node:path";

import { App, Testing } from "cdktf";

import { inspectProject } from "../../src/checks/inspect-project";
import { resolveFactories } from "../../src/project/factories";
import { ImageFactoryStack } from "../../stacks/image-factory-stack";

const root = join(__dirname, "../../examples/everything");

type Block = Readonly<Record<string, unknown>>;

interface StackJson {
  readonly provider: { readonly aws: readonly Block[] };
  readonly resource: Readonly<Record<string, Readonly<Record<string, Block>>>>;
  readonly output: Readonly<Record<string, Block>>;
}

let stack: StackJson;
const resource = (type: string, name: string): Block => stack.resource[type]?.[name] ?? {};

beforeAll(async () => {
  const { project, lock } = await inspectProject(root);
  const factory = lock && resolveFactories(project, lock).find(({ environment }) => environment === "everything");
  if (factory === undefined) throw new Error("the example has problems");
  const scope = Testing.stubVersion(new App({ stackTraces: false }));
  stack = JSON.parse(Testing.synth(new ImageFactoryStack(scope, "everything", { factory, root }), true)) as StackJson;
});

describe("the stack of an environment that uses everything", () => {
  it("has a provider for each region in which it makes a key, all with the account guard and the environment's tags", () => {
    const [own, other, ...rest] = stack.provider.aws;
    expect(rest).toEqual([]);
    expect(own).toMatchObject({ region: "us-east-1", allowed_account_ids: ["123456789012"] });
    expect(other).toMatchObject({
      alias: "eu-central-1",
      region: "eu-central-1",
      allowed_account_ids: ["123456789012"],
      default_tags: own?.default_tags,
    });
    expect(resource("aws_kms_key", "images-eu-central-1").provider).toBe("aws.eu-central-1");
    expect(resource("aws_kms_key", "images-us-east-1").provider).toBeUndefined();
  });

  it("encrypts with the key of the region that an AMI goes to", () => {
    const { distribution } = resource("aws_imagebuilder_distribution_configuration", "linux-base");
    expect(distribution).toMatchObject([
      { region: "us-east-1", ami_distribution_configuration: { kms_key_id: "${aws_kms_key.images-us-east-1.arn}" } },
      {
        region: "eu-central-1",
        ami_distribution_configuration: { kms_key_id: "${aws_kms_key.images-eu-central-1.arn}" },
      },
    ]);
  });

  it("tells the ARNs of its keys and pipelines", () => {
    expect(stack.output.kms_key_arns?.value).toEqual({
      "us-east-1": "${aws_kms_key.images-us-east-1.arn}",
      "eu-central-1": "${aws_kms_key.images-eu-central-1.arn}",
    });
    expect(Object.keys(stack.output.image_pipeline_arns?.value as object).sort()).toEqual([
      "app",
      "base",
      "linux-arm",
      "linux-base",
      "linux-web",
      "linux-web/monthly",
      "linux-web/nightly",
      "mac-build",
      "marketplace",
      "windows-base",
    ]);
  });

  it.each([
    ["linux-base", "image-factory"],
    ["linux-arm", "linux-arm"],
    ["linux-web_nightly", "linux-web_nightly"],
    ["linux-web_monthly", "image-factory"],
    ["mac-build", "mac-build"],
    ["app", "image-factory-containers"],
  ])("builds %s on the infrastructure configuration %s", (name, infrastructure) => {
    expect(resource("aws_imagebuilder_image_pipeline", name).infrastructure_configuration_arn).toBe(
      `\${aws_imagebuilder_infrastructure_configuration.${infrastructure}.arn}`,
    );
  });

  it("gives an execution role to the pipelines that need one, and to no others", () => {
    const pipelines = Object.entries(stack.resource.aws_imagebuilder_image_pipeline ?? {});
    const withRole = pipelines.filter(([, { execution_role: role }]) => role !== undefined).map(([name]) => name);
    expect(withRole.sort()).toEqual(["base", "linux-base", "linux-web_nightly", "windows-base"]);
  });

  it("builds no image before its instances have a way out, permissions and logs", () => {
    expect(resource("aws_imagebuilder_image", "linux-base").depends_on).toEqual(
      expect.arrayContaining([
        "aws_vpc_security_group_egress_rule.build",
        "aws_route.build",
        "aws_iam_role_policy.build",
        "aws_iam_role_policy.execution",
        "aws_s3_bucket_policy.logs",
      ]),
    );
  });

  it("makes one topic for builds and events, and tells it of all five", () => {
    expect(Object.keys(stack.resource.aws_sns_topic ?? {})).toEqual(["everything"]);
    expect(resource("aws_imagebuilder_infrastructure_configuration", "image-factory").sns_topic_arn).toBe(
      "${aws_sns_topic.everything.arn}",
    );
    expect(Object.keys(stack.resource.aws_cloudwatch_event_rule ?? {}).sort()).toEqual([
      "disabled",
      "failed",
      "findings",
      "succeeded",
      "waiting",
    ]);
  });

  it("makes what stands on something after it", () => {
    expect(resource("aws_imagebuilder_image_recipe", "linux-web").depends_on).toEqual([
      "aws_imagebuilder_image_recipe.linux-base",
      "aws_imagebuilder_image.linux-base",
    ]);
    expect(resource("aws_imagebuilder_container_recipe", "app").depends_on).toEqual([
      "aws_imagebuilder_container_recipe.base",
      "aws_imagebuilder_image.base",
    ]);
  });
});
