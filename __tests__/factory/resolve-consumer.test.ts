import { type EnvironmentDefinition, environmentSchema } from "../../src/definitions/schema/environment";
import { resolveConsumer } from "../../src/factory/resolve-consumer";

const account = "111122223333";
const key = (region: string, owner = "123456789012") => `arn:aws:kms:${region}:${owner}:key/mrk-1`;
const autoScaling = `arn:aws:iam::${account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`;
const builder = (distribute?: object[], of = "123456789012") =>
  environmentSchema.parse({
    account: of,
    region: "us-east-1",
    images: { base: { schedule: "manual", distribute } },
  });
const consuming = (consumer: object, region = "us-east-1", rest: object = {}) =>
  environmentSchema.parse({ account, region, ...rest, consumer });
const fromProd = (source: object = {}) => ({ from: { prod: { images: { base: {} }, ...source } } });
const resolve = (environments: Record<string, EnvironmentDefinition>, name = "team") =>
  resolveConsumer(name, new Map(Object.entries(environments)), undefined);

test("an environment that receives nothing has no consumer", () => {
  expect(resolve({ team: builder([{ region: "us-east-1" }]) })).toBeUndefined();
  expect(resolve({})).toBeUndefined();
});

test("its stack has a name of its own, even where the environment builds nothing", () => {
  expect(resolve({ team: consuming(fromProd()) })?.stack).toBe("team-consumer");
});

test("its state is one of its own", () => {
  expect(resolve({ team: consuming(fromProd()) })?.state).toEqual({
    type: "local",
    file: "state/team-consumer.tfstate",
  });
});

describe("the distribution role", () => {
  const lt = "lt-0123456789abcdef0";
  const prod = builder([
    {
      region: "us-east-1",
      share: { accounts: [account] },
      ssmParameters: [{ name: "/golden/base", account }, { name: "base", account }, { name: "own" }],
      launchTemplates: [{ id: lt, account }, { id: "lt-ffffffffffffffff0" }],
    },
    { region: "eu-west-1", copyTo: { accounts: [account] }, ssmParameters: [{ name: "base", account }] },
  ]);

  test("may do what the builders name in this account, and that alone", () => {
    expect(resolve({ prod, team: consuming(fromProd({ kmsKeys: [key("us-east-1")] })) })?.distributionRole).toEqual({
      builders: ["123456789012"],
      builderRoles: [
        "arn:aws:iam::123456789012:role/aws-service-role/imagebuilder.amazonaws.com/AWSServiceRoleForImageBuilder",
        "arn:aws:iam::123456789012:role/ec2-image-builder-execution-us-east-1",
      ],
      kmsKeys: [key("us-east-1")],
      launchTemplates: [`arn:aws:ec2:us-east-1:${account}:launch-template/${lt}`],
      ssmParameters: [
        `arn:aws:ssm:eu-west-1:${account}:parameter/base`,
        `arn:aws:ssm:us-east-1:${account}:parameter/base`,
        `arn:aws:ssm:us-east-1:${account}:parameter/golden/base`,
      ],
    });
  });

  test("serves every region of the account, and only one environment creates it", () => {
    const environments = {
      prod,
      dev: builder(undefined, "999988887777"),
      team: consuming(fromProd()),
      west: consuming(
        {
          distributionRole: false,
          kmsKeys: [key("eu-west-1", account)],
          from: { dev: { images: { base: {} }, kmsKeys: [key("eu-west-1", "999988887777")] } },
        },
        "eu-west-1",
      ),
    };
    expect(resolve(environments)?.distributionRole).toMatchObject({
      builders: ["123456789012", "999988887777"],
      kmsKeys: [key("eu-west-1", account), key("eu-west-1", "999988887777")],
    });
    expect(resolve(environments, "west")?.distributionRole).toBeUndefined();
  });

  test("lets in the roles of every environment of a builder's account, given or created, and of no other account", () => {
    const inWest = (role?: string) =>
      environmentSchema.parse({
        account: "123456789012",
        region: "eu-west-1",
        executionRole: role === undefined ? undefined : { arn: role },
      });
    const stranger = builder(undefined, "999988887777");
    const given = "arn:aws:iam::123456789012:role/teams/images";
    const resolved = (role?: string) =>
      resolve({ prod, west: inWest(role), stranger, team: consuming(fromProd()) })?.distributionRole?.builderRoles;
    const linked =
      "arn:aws:iam::123456789012:role/aws-service-role/imagebuilder.amazonaws.com/AWSServiceRoleForImageBuilder";
    const created = (region: string) => `arn:aws:iam::123456789012:role/ec2-image-builder-execution-${region}`;
    expect(resolved()).toEqual([linked, created("eu-west-1"), created("us-east-1")]);
    expect(resolved(given)).toEqual([linked, created("us-east-1"), given]);
  });

  test("is in the partition of its region", () => {
    const team = consuming(fromProd(), "us-gov-west-1");
    const gov = builder([{ region: "us-gov-west-1", ssmParameters: [{ name: "base", account }] }]);
    expect(resolve({ prod: gov, team })?.distributionRole?.ssmParameters).toEqual([
      `arn:aws-us-gov:ssm:us-gov-west-1:${account}:parameter/base`,
    ]);
  });
});

describe("the role for lifecycle policies of the builders", () => {
  const rules = [{ action: "delete", keep: 5 }];
  const copying = { region: "us-east-1", copyTo: { accounts: [account] } };
  const cleaning = (policy: object, distribute: object = copying) =>
    environmentSchema.parse({
      account: "123456789012",
      region: "us-east-1",
      lifecycle: { old: { rules, ...policy } },
      images: { base: { schedule: "manual", distribute: [distribute] }, other: { schedule: "manual" } },
    });
  const roleFor = (prod: EnvironmentDefinition, consumer: object = {}) =>
    resolve({ prod, team: consuming({ ...fromProd(), ...consumer }) })?.lifecycleRole;

  test.each([
    ["an image by name", { images: ["base"] }],
    ["images by their tags", { tags: { kind: "golden" } }],
    ["images by name that are to be deprecated", { images: ["base"], rules: [{ action: "deprecate", keep: 1 }] }],
  ])("is created where a policy selects %s that is copied here", (_what, policy) => {
    expect(roleFor(cleaning(policy))).toEqual({ builders: ["123456789012"] });
  });

  test.each([
    ["another image", cleaning({ images: ["other"] })],
    ["containers", cleaning({ tags: { kind: "golden" }, type: "container" })],
    [
      "an image that is shared",
      cleaning({ images: ["base"] }, { region: "us-east-1", share: { accounts: [account] } }),
    ],
    ["nothing", builder([copying])],
  ])("is not created for policies that select %s", (_what, prod) => {
    expect(roleFor(prod)).toBeUndefined();
  });

  test("is created with the distribution role, unless the consumer says so itself", () => {
    const prod = cleaning({ images: ["base"] });
    expect(roleFor(prod, { distributionRole: false })).toBeUndefined();
    expect(roleFor(prod, { lifecycleRole: false })).toBeUndefined();
    expect(roleFor(prod, { distributionRole: false, lifecycleRole: true })).toEqual({ builders: ["123456789012"] });
  });
});

test("each key user gets a grant on each key of the builders in this region, once", () => {
  const other = `arn:aws:iam::${account}:role/web/launcher.1`;
  const team = consuming({
    keyUsers: [autoScaling, other, autoScaling],
    kmsKeys: [key("us-east-1", account)],
    from: {
      prod: { images: { base: {} }, kmsKeys: [key("us-east-1"), key("eu-west-1")] },
      dev: { images: { base: {} }, kmsKeys: [key("us-east-1")] },
    },
  });
  expect(resolve({ team })?.grants).toEqual([
    { id: "AWSServiceRoleForAutoScaling-mrk-1", kmsKey: key("us-east-1"), grantee: autoScaling },
    { id: "launcher_2e1-mrk-1", kmsKey: key("us-east-1"), grantee: other },
  ]);
});

describe("a launch template", () => {
  const consumer = { from: { prod: { images: { base: { launchTemplate: {} }, web: {} } } } };
  const templatesOf = (distribute?: object[]) =>
    resolve({ prod: builder(distribute), team: consuming(consumer) })?.launchTemplates;

  test("has the name of its image, and an address of its own for each that builds", () => {
    expect(templatesOf()).toEqual([
      { id: "prod_base", name: "base", updateDefault: true, securityGroups: [], tags: {} },
    ]);
  });

  test("keeps its default where the builder leaves it alone", () => {
    const setting = (region: string) => ({
      region,
      share: { accounts: [account] },
      launchTemplates: [{ id: "lt-0123456789abcdef0", account, setDefault: false }],
    });
    expect(templatesOf([setting("us-east-1")])?.[0]?.updateDefault).toBe(false);
    expect(templatesOf([setting("eu-west-1")])?.[0]?.updateDefault).toBe(true);
  });
});
