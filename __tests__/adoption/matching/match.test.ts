import { differencesIn, samePolicy } from "../../../src/adoption/matching/compare";
import { judge } from "../../../src/adoption/matching/judge";
import { matchStack } from "../../../src/adoption/matching/match";
import { movesOf } from "../../../src/adoption/matching/moves";
import { overridesFor } from "../../../src/adoption/matching/overrides";
import { resourcesOfStack } from "../../../src/adoption/matching/stack";
import type { ResourceInstance } from "../../../src/adoption/state/state";
import type { Value } from "../../../src/review/plan/value";

function instance(address: string, attributes: Record<string, Value>): ResourceInstance {
  const [, module = "", type = "", name = ""] =
    /^(?:(module\..*)\.)?(aws_\w+|random_\w+)\.([\w-]+)/.exec(address) ?? [];
  return { address, module, type, name, provider: "hashicorp/aws", attributes, sensitive: [] };
}

const stack = resourcesOfStack({
  resource: {
    aws_iam_role: { build: { name: "r", assume_role_policy: "{}", description: "made" } },
    aws_iam_role_policy_attachment: {
      "build-P": { role: "${aws_iam_role.build.name}", policy_arn: "arn:aws:iam::aws:policy/P" },
    },
    aws_s3_bucket: { documents: { bucket: "b" } },
  },
});
const role = instance('module.m["x"].aws_iam_role.this[0]', { name: "r", assume_role_policy: "{}", path: "/" });
const attachment = instance("module.m.aws_iam_role_policy_attachment.p", {
  role: "r",
  policy_arn: "arn:aws:iam::aws:policy/P",
});

describe("a stack and a state", () => {
  it("are matched by what things are called in AWS, references followed", () => {
    const other = instance("aws_iam_role.other", { name: "other" });
    const matching = matchStack(stack, [attachment, other, role]);
    expect([...matching.found].map(([to, { address }]) => [address, to])).toStrictEqual([
      [role.address, "aws_iam_role.build"],
      [attachment.address, "aws_iam_role_policy_attachment.build-P"],
    ]);
    expect(matching.created.map(({ address }) => address)).toStrictEqual(["aws_s3_bucket.documents"]);
    expect(matching.left).toStrictEqual([other]);
  });

  it("are matched in the region that they are in, by their ARNs or by what else their provider made", () => {
    const names = ["here", "there"] as const;
    const regional = resourcesOfStack({
      provider: { aws: [{ region: "eu-west-1" }, { alias: "there", region: "us-east-1" }] },
      resource: {
        aws_kms_alias: {
          here: { name: "alias/x", target_key_id: "${aws_kms_key.here.key_id}" },
          there: { name: "alias/x", target_key_id: "${aws_kms_key.there.key_id}", provider: "aws.there" },
        },
        aws_kms_key: { here: {}, there: { provider: "aws.there" } },
        aws_ecr_repository: { here: { name: "app" } },
        aws_ecr_lifecycle_policy: { here: { repository: "app" } },
      },
    });
    const of = (name: (typeof names)[number], type: string, attributes: Record<string, Value>): ResourceInstance => {
      const service = type.split("_")[1] ?? "";
      const region = name === "here" ? "eu-west-1" : "us-east-1";
      const arn = type.endsWith("policy") ? null : `arn:aws:${service}:${region}:123456789012:${type}`;
      const found = instance(`${type}.old-${name}`, { arn, ...attributes });
      return name === "here" ? found : { ...found, configuredBy: { module: "", alias: "dr" } };
    };
    // What is elsewhere comes first.
    const state = [...names]
      .reverse()
      .flatMap((name) => [
        of(name, "aws_kms_alias", { name: "alias/x", target_key_id: `key-${name}` }),
        of(name, "aws_kms_key", { key_id: `key-${name}` }),
        of(name, "aws_ecr_repository", { name: "app" }),
        of(name, "aws_ecr_lifecycle_policy", { repository: "app" }),
      ]);
    const { found, created, left } = matchStack(regional, state);
    for (const [to, { address }] of found) expect(address).toBe(to.replace(".", ".old-"));
    expect(created).toStrictEqual([]);
    expect(left.map(({ address }) => address)).toStrictEqual([
      "aws_ecr_repository.old-there",
      "aws_ecr_lifecycle_policy.old-there",
    ]);
  });

  it("give moves for what is found, and leave out the rest, in a cloud or not", () => {
    const matching = matchStack(stack, [
      role,
      instance('module.m["a"].aws_vpc.v[0]', {}),
      instance('module.m["b"].aws_vpc.v[0]', {}),
      instance("random_id.x", {}),
      instance("aws_s3_bucket.documents", { bucket: "b" }),
    ]);
    expect(movesOf(matching)).toStrictEqual({
      moved: [{ from: role.address, to: "aws_iam_role.build" }],
      removed: [{ from: "module.m.aws_vpc.v" }, { from: "random_id.x" }],
      renamed: [],
      import: [],
    });
  });

  it("give another address to what the stack declares where the state has something else", () => {
    const inTheWay = instance("aws_s3_bucket.documents[0]", { bucket: "other" });
    const moved = instance("aws_iam_role_policy_attachment.build-P", { role: "other", policy_arn: "Q" });
    const counted = instance("aws_iam_role.build[0]", role.attributes as Record<string, Value>);
    expect(movesOf(matchStack(stack, [counted, attachment, inTheWay, moved]))).toStrictEqual({
      moved: [
        { from: "aws_iam_role.build[0]", to: "aws_iam_role.build" },
        { from: attachment.address, to: "aws_iam_role_policy_attachment.build-P-2" },
      ],
      removed: [{ from: "aws_iam_role_policy_attachment.build-P" }, { from: "aws_s3_bucket.documents" }],
      renamed: [
        { from: "aws_iam_role_policy_attachment.build-P", to: "aws_iam_role_policy_attachment.build-P-2" },
        { from: "aws_s3_bucket.documents", to: "aws_s3_bucket.documents-2" },
      ],
      import: [],
    });
  });
});

describe("what is judged", () => {
  it("is nothing where the state has it as it is asked for", () => {
    expect(judge(stack, matchStack(stack, [role, attachment]))).toStrictEqual([]);
  });

  it.each([
    ["another path", { path: "/images/" }, 'path is "/images/", and would be nothing'],
    ["a boundary", { permissions_boundary: "arn" }, 'permissions_boundary is "arn", and would be nothing'],
    ["another trust", { assume_role_policy: '{"Version":"x"}' }, "its assume_role_policy would be another"],
  ])("is a role with %s, which overrides can keep, and which is named else", (_, attributes, reason) => {
    const own = instance("aws_iam_role.own", { ...(role.attributes as Record<string, Value>), ...attributes });
    expect(judge(stack, matchStack(stack, [own, attachment]))).toStrictEqual([
      { address: own.address, does: "refer", reason, overrides: { address: "aws_iam_role.build", values: attributes } },
    ]);
  });

  it("is a role that would get a policy that it does not have", () => {
    expect(judge(stack, matchStack(stack, [role]))).toStrictEqual([
      expect.objectContaining({ does: "refer", reason: expect.stringContaining("policy/P") as unknown }),
    ]);
  });

  it.each([
    [
      "that names all who have it",
      "aws_iam_policy_attachment",
      { policy_arn: "arn:aws:iam::aws:policy/P", roles: ["r"] },
    ],
    [
      "that names all that it has",
      "aws_iam_role_policy_attachments_exclusive",
      { role_name: "r", policy_arns: ["arn:aws:iam::aws:policy/O", "arn:aws:iam::aws:policy/P"] },
    ],
  ])("is no role that has a policy by the type %s", (_, type, attributes) => {
    const exclusive = instance(`${type}.p`, attributes);
    expect(judge(stack, matchStack(stack, [role, exclusive]))).toStrictEqual([]);
  });

  it("is a recipe with volumes that overrides can keep, without what a state says of nothing", () => {
    const recipes = resourcesOfStack({
      resource: { aws_imagebuilder_image_recipe: { a: { name: "a", version: "1.0.0", parent_image: "p" } } },
    });
    const mapping = { device_name: "/dev/sdb", ebs: [], no_device: false, virtual_name: "ephemeral0" };
    const own = instance("aws_imagebuilder_image_recipe.a", {
      name: "a",
      version: "1.0.0",
      parent_image: "p",
      block_device_mapping: [mapping, { device_name: "/dev/sda", ebs: [{ iops: 0, encrypted: "", volume_size: 8 }] }],
    });
    expect(judge(recipes, matchStack(recipes, [own]))[0]?.overrides).toStrictEqual({
      address: "aws_imagebuilder_image_recipe.a",
      values: {
        block_device_mapping: [
          { device_name: "/dev/sdb", no_device: false, virtual_name: "ephemeral0" },
          { device_name: "/dev/sda", ebs: [{ volume_size: 8 }] },
        ],
      },
    });
  });

  it("is a recipe that would be replaced, which is left out", () => {
    const recipes = resourcesOfStack({
      resource: { aws_imagebuilder_image_recipe: { a: { name: "a", version: "1.0.0", parent_image: "p" } } },
    });
    const own = instance("aws_imagebuilder_image_recipe.a", { name: "a", version: "1.0.0", parent_image: "q" });
    expect(judge(recipes, matchStack(recipes, [own]))).toStrictEqual([
      { address: own.address, does: "omit", reason: 'parent_image is "q", and would be "p"' },
    ]);
  });
});

test("what would be changed in passing is overridden: maps by key, nothing by null, templates escaped", () => {
  const asked = resourcesOfStack({
    resource: {
      aws_ecr_repository: { a: { name: "a", tags: { Gone: "x" } } },
      aws_iam_role: { build: { name: "r", description: "made" } },
    },
  });
  const state = [
    instance("aws_ecr_repository.a", { name: "a", tags: { Name: "${x}" }, image_scanning_configuration: [] }),
    instance("aws_iam_role.r", { name: "r", description: "" }),
  ];
  expect(overridesFor(asked, matchStack(asked, state))).toStrictEqual({
    "aws_ecr_repository.a": { tags: { Name: "$${x}", Gone: null } },
    "aws_iam_role.build": { description: null },
  });
});

describe("two values", () => {
  const differ = (argument: string, stackValue: Value, stateValue: Value) =>
    differencesIn([argument], { [argument]: stackValue }, { [argument]: stateValue }).length > 0;

  it.each<[string, Value, Value]>([
    ["volumes", { ebs: { encrypted: "true" } }, [{ ebs: [{ encrypted: "true", iops: 0, kms_key_id: "" }] }]],
    ["security_group_ids", ["b", "a"], ["a", "b"]],
    ["size", 20, "20"],
    ["systems_manager_agent", null, [{ uninstall_after_build: false }]],
    ["fifo_topic", null, false],
    ["mapping", [{ device_name: "a" }], [{ device_name: "a", no_device: false }]],
  ])("of %s are the same: %j and %j", (argument, ofStack, ofState) => {
    expect(differ(argument, ofStack, ofState)).toBe(false);
  });

  it.each<[string, Value, Value]>([
    ["volumes", { ebs: { encrypted: "true" } }, [{ ebs: [{ encrypted: "" }] }]],
    ["mapping", [{ device_name: "a" }], [{ device_name: "a", no_device: true }]],
    ["component", [{ component_arn: "a" }, { component_arn: "b" }], [{ component_arn: "b" }, { component_arn: "a" }]],
    ["description", null, "text"],
    ["working_directory", "/tmp", null],
  ])("of %s differ: %j and %j", (argument, ofStack, ofState) => {
    expect(differ(argument, ofStack, ofState)).toBe(true);
  });

  it("that are policies are compared by what they say", () => {
    const policy = (...Statement: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
    const read = { Effect: "Allow", Action: ["s3:GetObject", "s3:ListBucket"], Resource: "*" };
    const trust = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } };
    const reordered = { Sid: "", Resource: ["*"], Action: [...read.Action].reverse(), Effect: "Allow" };
    expect(samePolicy(policy(read, trust), policy({ ...trust, Sid: "Trust" }, reordered))).toBe(true);
    expect(samePolicy(policy(read), policy({ ...read, Action: "s3:GetObject" }))).toBe(false);
    expect(samePolicy(policy(read), policy({ ...read, Effect: "Deny" }))).toBe(false);
    expect(samePolicy(policy(read), policy(read, trust))).toBe(false);
    expect(samePolicy(policy(read), policy(read).replace("2012-10-17", "2008-10-17"))).toBe(false);
    expect(samePolicy("no policy", "no policy either")).toBe(false);
    expect(samePolicy("no JSON", "no JSON")).toBe(true);
  });
});
