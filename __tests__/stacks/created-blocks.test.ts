import { App, TerraformStack, Testing } from "cdktf";

import type { Place } from "../../src/aws/place";
import type { CreatedResource, Status } from "../../src/versions/environment-entry";
import { createdBlocks } from "../../stacks/created-blocks";
import { createProviders } from "../../stacks/provider";
import { addStateBlocks } from "../../stacks/state-blocks";

const place: Place = { partition: "aws-us-gov", region: "us-gov-west-1", account: "123456789012" };

interface Synthesised {
  readonly moved?: readonly { readonly from: string; readonly to: string }[];
  readonly removed?: readonly { readonly from: string; readonly lifecycle: { readonly destroy: boolean } }[];
  readonly import?: readonly { readonly to: string; readonly id: string }[];
  readonly data?: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly provider: { readonly aws: readonly { readonly alias?: string; readonly region: string }[] };
}

/** The stack of an environment whose lock remembers these: address → what became of it. */
function stackWith(
  remembered: Readonly<Record<string, Partial<CreatedResource> & { readonly status: Status }>>,
  addresses?: ReadonlyMap<string, string>,
): Synthesised {
  const stack = new TerraformStack(Testing.stubVersion(new App({ stackTraces: false })), "stack");
  const props = { place, tags: {}, providerVersion: "~> 5.100" };
  const created = new Map(
    Object.entries(remembered).map(([address, each]) => [
      address,
      { name: "thing", emptied: false, with: [], ...each } satisfies CreatedResource,
    ]),
  );
  addStateBlocks(stack, createdBlocks(stack, { created, place, addresses }, createProviders(stack, props)));
  const text = Testing.synth(stack);
  return JSON.parse(text, (key, value: unknown) => (key === "//" ? undefined : value)) as Synthesised;
}

/** Every address that Terraform forgets, as it stands in the state; each has to be moved aside first. */
function forgotten({ moved = [], removed = [] }: Synthesised): readonly string[] {
  const aside = new Map(moved.map(({ from, to }) => [to, from]));
  return removed.map(({ from, lifecycle }) => {
    expect(lifecycle).toEqual({ destroy: false });
    expect(from).toBe(`${aside.get(from) ?? ""}__let-go`);
    return aside.get(from) ?? "";
  });
}

const bucketsProtection = [
  "aws_s3_bucket_lifecycle_configuration.logs",
  "aws_s3_bucket_ownership_controls.logs",
  "aws_s3_bucket_policy.logs",
  "aws_s3_bucket_public_access_block.logs",
  "aws_s3_bucket_server_side_encryption_configuration.logs",
  "aws_s3_bucket_versioning.logs",
];

describe("what is kept", () => {
  it.each([
    ["aws_s3_bucket.logs", ["aws_s3_bucket.logs", ...bucketsProtection]],
    ["aws_kms_key.images-us-gov-west-1", ["aws_kms_key.images-us-gov-west-1", "aws_kms_alias.images-us-gov-west-1"]],
    ["aws_ecr_repository.tools", ["aws_ecr_repository.tools", "aws_ecr_lifecycle_policy.tools"]],
    ["aws_cloudwatch_log_group.base", ["aws_cloudwatch_log_group.base"]],
    ["aws_sns_topic.builds", ["aws_sns_topic.builds", "aws_sns_topic_policy.builds"]],
    ["aws_launch_template.base", ["aws_launch_template.base"]],
    ["aws_imagebuilder_image.base", ["aws_imagebuilder_image.base"]],
  ])("%s leaves the state, with all that stands beside it", (address, expected) => {
    const stack = stackWith({ [address]: { status: "kept" } });
    expect(forgotten(stack)).toEqual(expected);
    expect(stack.moved).toHaveLength(expected.length);
    expect(stack.import).toBeUndefined();
  });

  it("leaves with what is its own, such as the subscriptions of a topic", () => {
    const along = ["aws_sns_topic_subscription.builds-1"];
    expect(forgotten(stackWith({ "aws_sns_topic.builds": { status: "kept", with: along } }))).toEqual([
      "aws_sns_topic.builds",
      "aws_sns_topic_policy.builds",
      ...along,
    ]);
  });

  it("has the provider of its region, without which Terraform could not forget a key", () => {
    const { provider } = stackWith({ "aws_kms_key.images-us-gov-east-1-0123abcd": { status: "kept" } });
    expect(provider.aws.map(({ alias, region }) => ({ alias, region }))).toEqual([
      { region: "us-gov-west-1" },
      { alias: "us-gov-east-1", region: "us-gov-east-1" },
    ]);
  });
});

describe("what an adoption has given another address", () => {
  const address = "aws_s3_bucket.logs";
  const addresses = new Map([
    [address, "aws_s3_bucket.logs-2"],
    ["aws_s3_bucket_policy.logs", "aws_s3_bucket_policy.logs-2"],
  ]);
  const others = bucketsProtection.filter((each) => each !== "aws_s3_bucket_policy.logs");

  it("is kept and imported there, with what stands beside it", () => {
    const kept = forgotten(stackWith({ [address]: { status: "kept" } }, addresses));
    expect([...kept].sort()).toEqual([...others, ...addresses.values()].sort());
    const { import: imports, moved } = stackWith({ [address]: { status: "imported" } }, addresses);
    expect(imports).toEqual([{ to: "aws_s3_bucket.logs-2", id: "thing" }]);
    expect(moved).toContainEqual({ from: "aws_s3_bucket.logs-2__let-go", to: "aws_s3_bucket.logs-2" });
  });

  it("keeps its protection to the end where it is destroyed", () => {
    const stack = stackWith({ [address]: { status: "destroyed", emptied: true } }, addresses);
    expect([...forgotten(stack)].sort()).toEqual([...others, "aws_s3_bucket_policy.logs-2"].sort());
  });
});

describe("what is destroyed", () => {
  it("is forgotten, of a bucket, to its protection: only the bucket itself is deleted", () => {
    const stack = stackWith({ "aws_s3_bucket.logs": { status: "destroyed", emptied: true } });
    expect(forgotten(stack)).toEqual(bucketsProtection);
    expect(stack.moved?.map(({ from }) => from)).toEqual(bucketsProtection);
  });

  it.each(["aws_ecr_repository.tools", "aws_cloudwatch_log_group.base", "aws_sns_topic.builds"])(
    "needs no word of it where it is no bucket: %s",
    (address) => {
      const stack = stackWith({ [address]: { status: "destroyed", emptied: true } });
      expect([stack.moved, stack.removed, stack.import]).toEqual([undefined, undefined, undefined]);
    },
  );
});

describe("what is imported", () => {
  it.each([
    ["aws_s3_bucket.logs", "thing"],
    ["aws_ecr_repository.tools", "thing"],
    ["aws_cloudwatch_log_group.base", "thing"],
    ["aws_sns_topic.builds", "arn:aws-us-gov:sns:us-gov-west-1:123456789012:thing"],
  ])("%s is imported as %s", (address, id) => {
    const stack = stackWith({ [address]: { status: "imported" } });
    expect(stack.import).toEqual([{ to: address, id }]);
    expect(stack.removed).toBeUndefined();
    expect(stack.data).toBeUndefined();
  });

  it("is brought back from aside, should an apply have failed before Terraform forgot it", () => {
    const along = ["aws_sns_topic_subscription.builds-1"];
    const { moved } = stackWith({ "aws_sns_topic.builds": { status: "imported", with: along } });
    expect(moved).toEqual(
      ["aws_sns_topic.builds", "aws_sns_topic_policy.builds", ...along].map((address) => ({
        from: `${address}__let-go`,
        to: address,
      })),
    );
  });

  it("takes a name as it is written, not as a template of Terraform's", () => {
    const { import: imports } = stackWith({ "aws_cloudwatch_log_group.base": { status: "imported", name: "/${a}" } });
    expect(imports).toEqual([{ to: "aws_cloudwatch_log_group.base", id: "/$${a}" }]);
  });

  it("is looked up by its alias where it is a key, in the key's own region, and brings the alias along", () => {
    const address = "aws_kms_key.images-us-gov-east-1";
    const stack = stackWith({ [address]: { status: "imported", name: "images" } });
    expect(stack.data).toEqual({
      aws_kms_alias: { "images-us-gov-east-1": { name: "alias/images", provider: "aws.us-gov-east-1" } },
    });
    expect(stack.import).toEqual([
      { to: address, id: "${data.aws_kms_alias.images-us-gov-east-1.target_key_id}" },
      { to: "aws_kms_alias.images-us-gov-east-1", id: "alias/images" },
    ]);
  });

  it("is looked up by its name where it is a launch template", () => {
    const stack = stackWith({ "aws_launch_template.base": { status: "imported", name: "web" } });
    expect(stack.data).toEqual({ aws_launch_template: { base: { name: "web" } } });
    expect(stack.import).toEqual([{ to: "aws_launch_template.base", id: "${data.aws_launch_template.base.id}" }]);
  });
});

it("imports nothing for what is created again, and brings back what is still aside", () => {
  const stack = stackWith({ "aws_imagebuilder_image.base": { status: "recreated" } });
  expect([stack.import, stack.removed]).toEqual([undefined, undefined]);
  expect(stack.moved).toEqual([{ from: "aws_imagebuilder_image.base__let-go", to: "aws_imagebuilder_image.base" }]);
});

it("says nothing of what is created and stays, nor makes a provider for it", () => {
  const {
    moved,
    removed,
    import: imports,
    provider,
  } = stackWith({
    "aws_s3_bucket.logs": { status: "created" },
    "aws_kms_key.images-us-gov-east-1": { status: "created" },
  });
  expect([moved, removed, imports]).toEqual([undefined, undefined, undefined]);
  expect(provider.aws).toHaveLength(1);
});
