import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { parse } from "yaml";

import type { ResourceInstance, State } from "../../../src/adoption/state/state";
import type { TakenOver } from "../../../src/cli/adopt/finish-take-over";
import type { Value } from "../../../src/review/plan/value";
import { appliedProject, takenOver } from "../../helpers/taken-over";

type Attributes = Readonly<Record<string, Value>>;
/** Changes of attributes by address. Null removes the resource. */
type Edits = Readonly<Record<string, ((attributes: Attributes) => Attributes) | null>>;

const volume = (more: Attributes): Attributes => ({
  block_device_mapping: [
    {
      device_name: "/dev/xvda",
      ebs: [{ volume_size: 30, volume_type: "gp3", encrypted: "true", delete_on_termination: "true", ...more }],
    },
  ],
});

let temporary = "";
beforeAll(() => {
  temporary = mkdtempSync(join(tmpdir(), "golden-images-take-over-"));
});
afterAll(() => {
  rmSync(temporary, { recursive: true });
});

/** Takes over the state of a project after edits, as if another project had created the resources. */
async function edited(
  { environment = [], image = [], file = [] }: Readonly<Partial<Record<"environment" | "image" | "file", string[]>>>,
  edits: Edits,
): Promise<TakenOver & { readonly dev: Readonly<Record<string, unknown>> }> {
  const { state: made } = await appliedProject({ environment, image, file }, temporary);
  const state: State = {
    ...made,
    resources: made.resources.flatMap((each): ResourceInstance[] => {
      const edit = edits[each.address];
      if (edit === null) return [];
      return [edit === undefined ? each : { ...each, attributes: edit(each.attributes as Attributes) }];
    }),
  };
  expect(Object.keys(edits).filter((address) => made.resources.every((each) => each.address !== address))).toEqual([]);
  const over = await takenOver("dev", state, temporary);
  return { ...over, dev: parse(over.files.get("environments/dev.yaml") ?? "") as Record<string, unknown> };
}

const says = ({ notes }: TakenOver): string[] => notes.map((note) => `${note.about}: ${note.says}`);
const left = ({ matching }: TakenOver): string[] => matching.left.map(({ address }) => address);

describe("a value that AWS has and that no definition allows stays, as an override", () => {
  it("of a volume whose KMS key is an alias", async () => {
    const over = await edited(
      { file: ["volumes: [{ size: 30 }]"] },
      { "aws_imagebuilder_image_recipe.web": (recipe) => ({ ...recipe, ...volume({ kms_key_id: "alias/aws/ebs" }) }) },
    );
    expect(left(over)).toEqual([]);
    expect(over.dev.overrides).toMatchObject({
      "aws_imagebuilder_image_recipe.web": {
        block_device_mapping: [{ ebs: [{ kms_key_id: "alias/aws/ebs", volume_size: 30 }] }],
      },
    });
    expect(says(over)).toEqual([
      'images/web.yaml: "volumes[0].kmsKey" is "alias/aws/ebs", which no definition allows; "overrides" keep it',
    ]);
  });

  it("of a component whose KMS key is an id", async () => {
    const over = await edited(
      {},
      { "aws_imagebuilder_component.linux-hello": (component) => ({ ...component, kms_key_id: "1234abcd" }) },
    );
    expect(left(over)).toEqual([]);
    expect(over.dev.overrides).toEqual({ "aws_imagebuilder_component.linux-hello": { kms_key_id: "1234abcd" } });
  });

  it("of a topic whose KMS key is an alias", async () => {
    const over = await edited(
      {
        environment: [
          "build: { topic: { create: true, subscriptions: [{ protocol: email, endpoint: a@example.com }] } }",
        ],
      },
      { "aws_sns_topic.image-factory": (topic) => ({ ...topic, kms_master_key_id: "alias/aws/sns" }) },
    );
    expect(left(over)).toEqual([]);
    expect(over.dev.overrides).toEqual({ "aws_sns_topic.image-factory": { kms_master_key_id: "alias/aws/sns" } });
  });

  it("of a repository whose KMS key is an alias", async () => {
    const over = await edited(
      { environment: ["containers: { app: { schedule: manual, repository: { name: our/app } } }"] },
      {
        "aws_ecr_repository.app": (repository) => ({
          ...repository,
          encryption_configuration: [{ encryption_type: "KMS", kms_key: "alias/images" }],
        }),
      },
    );
    expect(left(over)).toEqual([]);
    expect(over.dev.overrides).toEqual({
      "aws_ecr_repository.app": { encryption_configuration: [{ encryption_type: "KMS", kms_key: "alias/images" }] },
    });
  });
});

it.each(["web", "2023-web", "topic"])(
  "leaves out the image %s if the KMS key of its distribution is an alias, and only says that",
  async (name) => {
    const renamed = (attributes: Attributes): Attributes => ({ ...attributes, name });
    const over = await edited(
      {
        image: ["distribute: [{ region: us-east-1, name: 'web {{ imagebuilder:buildDate }}' }]"],
        file: ["volumes: [{ size: 30 }]"],
      },
      {
        "aws_imagebuilder_image_recipe.web": (recipe) => ({
          ...renamed(recipe),
          ...volume({ kms_key_id: "alias/aws/ebs" }),
        }),
        "aws_imagebuilder_image_pipeline.web": renamed,
        "aws_imagebuilder_distribution_configuration.web": (distribution) => ({
          ...renamed(distribution),
          distribution: [
            {
              region: "us-east-1",
              ami_distribution_configuration: [
                { name: "web {{ imagebuilder:buildDate }}", ami_tags: {}, kms_key_id: "alias/images" },
              ],
            },
          ],
        }),
      },
    );
    expect(left(over)).toContain("aws_imagebuilder_image_recipe.web");
    expect(left(over)).toContain("aws_imagebuilder_distribution_configuration.web");
    expect(over.matching.created).toEqual([]);
    expect(over.dev.overrides).toBeUndefined();
    expect(says(over).filter((note) => note.includes("alias/"))).toEqual([
      expect.stringContaining(`"images.${name}.distribute[0].kmsKey" is "alias/images"`),
    ]);
  },
);

const sharing = {
  environment: [
    "distributions: { shared: { distribute: [{ region: us-east-1, name: 'web {{ imagebuilder:buildDate }}' }] } }",
  ],
  image: ["distribute: shared", "pipelines: { nightly: { schedule: manual, distribute: none } }"],
};

it.each<[string, Edits]>([
  ["is in another state", { "aws_imagebuilder_distribution_configuration.shared": null }],
  [
    "is shared and cannot be written",
    {
      "aws_imagebuilder_image_pipeline.base": (pipeline) => ({
        ...pipeline,
        distribution_configuration_arn: "arn:aws:imagebuilder:us-east-1:123456789012:distribution-configuration/shared",
      }),
      "aws_imagebuilder_distribution_configuration.shared": (distribution) => ({
        ...distribution,
        distribution: [{ region: "us-east-1", ami_distribution_configuration: [{ kms_key_id: "alias/images" }] }],
      }),
    },
  ],
])("leaves out a pipeline whose distribution %s, which it would lose", async (_, edits) => {
  const over = await edited(sharing, edits);
  expect(left(over)).toContain("aws_imagebuilder_image_pipeline.web");
  expect(says(over)).toContain(
    "aws_imagebuilder_image_pipeline.web: its distribution configuration is not in the state, or is left out",
  );
  expect([...over.matching.found.values()].map(({ address }) => address)).toContain(
    "aws_imagebuilder_image_pipeline.web_nightly",
  );
});

describe("the lifecycle policy of a repository", () => {
  const policy = (count: number, more: Attributes = {}) => ({
    rules: [
      {
        rulePriority: 1,
        description: `Keep the newest ${count}`,
        selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: count },
        action: { type: "expire" },
        ...more,
      },
    ],
  });
  const withPolicy = async (text: unknown) =>
    edited(
      { environment: ["containers: { app: { schedule: manual, repository: { name: our/app, keep: 20 } } }"] },
      { "aws_ecr_lifecycle_policy.app": (given) => ({ ...given, policy: JSON.stringify(text) }) },
    );

  it("is taken over if it is the one that this project writes", async () => {
    const over = await withPolicy(policy(10));
    expect(left(over)).toEqual([]);
    expect(over.dev.containers).toMatchObject({ app: { repository: { keep: 10 } } });
  });

  it.each([
    ["has a description of its own", policy(10, { description: "keep ten" })],
    ["has another priority", policy(10, { rulePriority: 2 })],
    ["transitions images", policy(10, { action: { type: "transition" } })],
    ["keeps more images than a definition may say", policy(5000)],
    ["has a second rule", { rules: [...policy(10).rules, ...policy(20, { rulePriority: 2 }).rules] }],
  ])("stays as it is, beside this project, if it %s", async (_, text) => {
    const over = await withPolicy(text);
    expect(left(over)).toEqual(["aws_ecr_lifecycle_policy.app"]);
    expect(over.matching.created).toEqual([]);
    expect(over.dev.containers).toMatchObject({ app: { repository: { name: "our/app" } } });
    expect(JSON.stringify(over.dev)).not.toContain("keep");
  });
});

it("keeps the retention of each log group", async () => {
  const retention = (days: number) => (group: Attributes) => ({ ...group, retention_in_days: days });
  const over = await edited(
    { environment: ["build: { logGroups: { retentionDays: 30 } }"] },
    {
      "aws_cloudwatch_log_group.base": retention(0),
      "aws_cloudwatch_log_group._pipeline-base": retention(60),
      "aws_cloudwatch_log_group.web": retention(90),
      "aws_cloudwatch_log_group._pipeline-web": retention(90),
    },
  );
  expect(over.dev.build).toMatchObject({ logGroups: {} });
  expect(over.dev.overrides).toEqual({
    "aws_cloudwatch_log_group.base": { retention_in_days: 0 },
    "aws_cloudwatch_log_group._pipeline-base": { retention_in_days: 60 },
  });
});

it("keeps a prefix of logs with a leading slash", async () => {
  const over = await edited(
    { environment: ["build: { logs: { bucket: our-logs } }"] },
    {
      "aws_imagebuilder_infrastructure_configuration.image-factory": (configuration) => ({
        ...configuration,
        logging: [{ s3_logs: [{ s3_bucket_name: "our-logs", s3_key_prefix: "/builds" }] }],
      }),
    },
  );
  expect(over.dev.build).toMatchObject({ logs: { bucket: "our-logs", prefix: "/builds" } });
});

it("keeps a build instance without a hop limit", async () => {
  const options = [{ http_tokens: "required", http_put_response_hop_limit: 0 }];
  const over = await edited(
    { environment: ["build: { metadata: { tokens: required } }"] },
    {
      "aws_imagebuilder_infrastructure_configuration.image-factory": (configuration) => ({
        ...configuration,
        instance_metadata_options: options,
      }),
    },
  );
  expect(over.dev.overrides).toMatchObject({
    "aws_imagebuilder_infrastructure_configuration.image-factory": {
      instance_metadata_options: [{ http_tokens: "required" }],
    },
  });
});

it("keeps the additional policy for containers on the role of an environment that builds none", async () => {
  const policy = "arn:aws:iam::aws:policy/EC2InstanceProfileForImageBuilderECRContainerBuilds";
  const over = await edited(
    { environment: [`build: { instanceProfile: { create: true, policies: ['${policy}'] } }`] },
    {},
  );
  expect(left(over)).toEqual([]);
  expect(over.dev.build).toMatchObject({ instanceProfile: { create: true, policies: [policy] } });
});

it("reads a bucket that a component names and an inline policy of other code allows", async () => {
  const policy = (resource: string): string =>
    JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:*", Resource: resource }] });
  const over = await edited(
    {},
    {
      "aws_imagebuilder_component.linux-hello": (component) => ({
        ...component,
        data: `${component.data as string}# aws s3 cp s3://our-tools/agent .\n`,
      }),
      "aws_iam_role_policy.build": (build) => ({ ...build, name: "tools", policy: policy("arn:aws:s3:::our-tools/*") }),
    },
  );
  expect(over.dev.build).toMatchObject({ instanceProfile: { read: ["our-tools"], write: ["our-tools"] } });
  expect(left(over)).toContain("aws_iam_role_policy.build");
});

it("keeps what Inspector scans", async () => {
  const over = await edited(
    { environment: ["activateInspector: true"] },
    { "aws_inspector2_enabler.inspector": (enabler) => ({ ...enabler, resource_types: ["EC2"] }) },
  );
  expect(left(over)).toEqual([]);
  expect(over.dev.overrides).toEqual({ "aws_inspector2_enabler.inspector": { resource_types: ["EC2"] } });
});

it("only names an execution role that has no inline policy of this project", async () => {
  const over = await edited(
    { image: ["distribute: [{ region: us-east-1, ssmParameters: [{ name: /images/web }] }]"] },
    { "aws_iam_role_policy.execution": null },
  );
  expect(left(over)).toEqual(["aws_iam_role.execution"]);
  expect(over.matching.created).toEqual([]);
  expect(over.dev.executionRole).toEqual({ arn: expect.stringContaining("iam") as unknown });
  expect(says(over)).toEqual([
    'aws_iam_role.execution: it is named and not created: it would get the inline policy "image-builder", which it does not have',
  ]);
});

it("ignores the missing execution role of an image that Terraform has built, which the provider would plan for ever", async () => {
  const over = await edited(
    { image: ["buildOnDeploy: true", "distribute: [{ region: us-east-1, ssmParameters: [{ name: /images/web }] }]"] },
    {
      "aws_iam_role.execution": null,
      "aws_iam_role_policy.execution": null,
      "aws_imagebuilder_image.web": (image) => ({ ...image, execution_role: null }),
      "aws_imagebuilder_image_pipeline.web": (pipeline) => ({ ...pipeline, execution_role: null }),
    },
  );
  expect(says(over)).toEqual([]);
  expect(over.dev.overrides).toMatchObject({
    "aws_imagebuilder_image.web": { lifecycle: { ignore_changes: ["execution_role"] } },
  });
});
