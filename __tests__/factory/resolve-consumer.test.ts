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

  test("is for consumers of this account only", () => {
    const others = {
      beside: builder(undefined, account),
      elsewhere: environmentSchema.parse({
        account: "444455556666",
        region: "us-east-1",
        consumer: { kmsKeys: [key("us-east-1", "444455556666")], from: { dev: { images: { base: {} } } } },
      }),
    };
    const dev = builder(undefined, "999988887777");
    expect(resolve({ prod, dev, ...others, team: consuming(fromProd()) })?.distributionRole).toMatchObject({
      builders: ["123456789012"],
      kmsKeys: [],
    });
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
    ["a container by name", cleaning({ containers: ["app"] })],
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

test("the lifecycle role is created if only one of several distributions is copied here", () => {
  const prod = environmentSchema.parse({
    account: "123456789012",
    region: "us-east-1",
    lifecycle: { old: { images: ["base"], rules: [{ action: "delete", keep: 5 }] } },
    images: {
      base: {
        schedule: "manual",
        distribute: [{ region: "eu-west-1" }, { region: "us-east-1", copyTo: { accounts: [account] } }],
      },
    },
  });
  expect(resolve({ prod, team: consuming(fromProd()) })?.lifecycleRole).toEqual({ builders: ["123456789012"] });
});

describe("the channel role", () => {
  const promoter = "arn:aws:iam::123456789012:role/promoter";
  const channels = { promoters: [promoter, promoter] };
  const prod = environmentSchema.parse({
    account: "123456789012",
    region: "us-east-1",
    namePrefix: "team-",
    channels: ["stable", "beta"],
  });
  const roleFor = (environments: Record<string, EnvironmentDefinition>, consumer: object) =>
    resolve({ ...environments, team: consuming(consumer, "us-gov-west-1") })?.channelRole;

  test("may write the channels of each received image", () => {
    expect(roleFor({ prod }, { ...fromProd(), channels })).toEqual({
      name: "ec2-image-builder-channels-us-gov-west-1",
      promoters: [promoter],
      parameters: [
        `arn:aws-us-gov:ssm:us-gov-west-1:${account}:parameter/golden-images/prod/team-base/beta`,
        `arn:aws-us-gov:ssm:us-gov-west-1:${account}:parameter/golden-images/prod/team-base/stable`,
      ],
    });
  });

  test("may write nothing of an environment that is not defined", () => {
    expect(roleFor({}, { ...fromProd(), channels })?.parameters).toEqual([]);
  });

  test("is created only if the consumer asks for it", () => {
    expect(roleFor({ prod }, fromProd())).toBeUndefined();
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

test("a grant for a role of another account has this account in its id", () => {
  const team = consuming({
    keyUsers: ["arn:aws:iam::444455556666:role/launcher", "arn:aws:iam::777788889999:role/launcher"],
    from: { prod: { images: { base: {} }, kmsKeys: [key("us-east-1")] } },
  });
  expect(resolve({ team })?.grants.map(({ id }) => id)).toEqual([
    "444455556666-launcher-mrk-1",
    "777788889999-launcher-mrk-1",
  ]);
});

describe("a launch template", () => {
  const consumer = { from: { prod: { images: { base: { launchTemplate: {} }, web: {} } } } };
  const id = "lt-0123456789abcdef0";
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
      launchTemplates: [{ id, account, setDefault: false }],
    });
    expect(templatesOf([setting("us-east-1")])?.[0]?.updateDefault).toBe(false);
    expect(templatesOf([setting("eu-west-1")])?.[0]?.updateDefault).toBe(true);
  });

  test("updates its default if each builder of this image does", () => {
    const setting = (image: object) => ({ region: "us-east-1", launchTemplates: [{ id, account, ...image }] });
    const prod = environmentSchema.parse({
      account: "123456789012",
      region: "us-east-1",
      images: {
        base: { schedule: "manual", distribute: [setting({})] },
        web: { schedule: "manual", distribute: [setting({ setDefault: false })] },
      },
    });
    expect(resolve({ prod, team: consuming(consumer) })?.launchTemplates[0]?.updateDefault).toBe(true);
  });

  test("launches the AMI of a channel, if it names one", () => {
    const launchTemplate = { name: "golden", channel: "stable" };
    const team = consuming({ from: { prod: { images: { base: { launchTemplate } } } } });
    expect(resolve({ team })?.launchTemplates).toEqual([
      {
        id: "prod_base",
        name: "golden",
        parameter: "/golden-images/prod/base/stable",
        updateDefault: true,
        securityGroups: [],
        tags: {},
      },
    ]);
  });

  test("has an id that is unique, also if names contain underscores", () => {
    const images = (image: string) => ({ images: { [image]: { launchTemplate: {} } } });
    const team = consuming({ from: { a: images("b_c_d"), a_b: images("c_d") } });
    const ids = resolve({ team })?.launchTemplates.map(({ id: each }) => each) ?? [];
    expect(ids).toEqual([
      expect.stringMatching(/^a_b_c_d_[0-9a-f]{8}$/),
      expect.stringMatching(/^a_b_c_d_[0-9a-f]{8}$/),
    ]);
    expect(new Set(ids).size).toBe(2);
  });
});
