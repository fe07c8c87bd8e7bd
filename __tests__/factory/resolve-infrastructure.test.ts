import { environmentSchema } from "../../src/definitions/schema/environment";
import { namesOf } from "../../src/factory/names";
import { resolveInfrastructure } from "../../src/factory/resolve-infrastructure";
import { buildsOf } from "../../src/factory/written-builds";

const topic = "arn:aws:sns:us-east-1:123456789012:builds";
const other = "arn:aws:sns:us-east-1:123456789012:other";

/** What each pipeline of an image or container runs on. */
function infrastructures(build: object, built: object = {}, kind: "image" | "container" = "image") {
  const environment = environmentSchema.parse({
    account: "123456789012",
    region: "us-east-1",
    namePrefix: "team-",
    build,
    [`${kind}s`]: { base: { schedule: "manual", ...built } },
  });
  const { base } = environment[`${kind}s`];
  if (base === undefined) throw new Error("it is built");
  return buildsOf(kind, "base", base).map((each) => resolveInfrastructure(each, environment, namesOf(environment)));
}

const [shared] = infrastructures({});

describe("what an image is built on", () => {
  it("is what all share by default", () => {
    expect(shared).toEqual({
      id: "image-factory",
      name: "team-image-factory",
      description: undefined,
      tags: {},
      instanceTypes: undefined,
      instanceProfile: undefined,
      inDefaultVpc: false,
      subnet: undefined,
      securityGroups: undefined,
      keyPair: undefined,
      terminateOnFailure: true,
      logs: undefined,
      topic: undefined,
      placement: { tenancy: "default" },
      metadata: { tokens: "required", hopLimit: 1 },
      instanceTags: {},
    });
  });

  it("is what the environment says", () => {
    const build = {
      description: "All builds",
      configurationTags: { team: "images" },
      instanceTypes: ["m6i.large"],
      keyPair: "debug",
      terminateOnFailure: false,
      logs: { bucket: "build-logs", prefix: "all" },
      topic,
      placement: { tenancy: "dedicated" },
      metadata: { tokens: "optional", hopLimit: 3 },
      tags: { cost: "builds" },
    };
    const { configurationTags, tags, ...same } = build;
    expect(infrastructures(build)).toEqual([{ ...shared, ...same, tags: configurationTags, instanceTags: tags }]);
    // What an image says comes first, and the rest stays.
    expect(infrastructures(build, { build: { instanceTypes: ["t3.large"] } })).toEqual([
      {
        ...shared,
        ...same,
        id: "base",
        name: "team-base",
        instanceTypes: ["t3.large"],
        tags: configurationTags,
        instanceTags: tags,
      },
    ]);
  });

  it("is what the image says", () => {
    const [own] = infrastructures(
      { keyPair: "debug", topic, configurationTags: { team: "images" }, tags: { cost: "builds" } },
      {
        descriptions: { infrastructure: "Its own" },
        tags: { infrastructure: { team: "base" } },
        build: {
          instanceProfile: { name: "given" },
          network: { subnet: "subnet-0123456789abcdef0", securityGroups: ["sg-0123456789abcdef0"] },
          keyPair: "other",
          topic: other,
          terminateOnFailure: false,
          placement: { tenancy: "dedicated" },
          tags: { cost: "base" },
        },
      },
    );
    expect(own).toEqual({
      ...shared,
      id: "base",
      name: "team-base",
      description: "Its own",
      tags: { team: "base" },
      instanceProfile: "given",
      subnet: "subnet-0123456789abcdef0",
      securityGroups: ["sg-0123456789abcdef0"],
      keyPair: "other",
      topic: other,
      terminateOnFailure: false,
      placement: { tenancy: "dedicated" },
      instanceTags: { cost: "base" },
    });
  });

  it("has no description or tags of its own where it is that of all", () => {
    const built = { descriptions: { infrastructure: "Its own" }, tags: { infrastructure: { team: "base" } } };
    expect(infrastructures({ description: "All" }, built)).toEqual([{ ...shared, description: "All" }]);
  });

  it("has no key pair, topic, logs, instance types or network where the image wants none", () => {
    const build = { keyPair: "debug", topic, logs: { bucket: "build-logs" }, instanceTypes: ["m6i.large"] };
    const none = { keyPair: "none", topic: "none", logs: "none", instanceTypes: "none", network: "none" };
    const [own] = infrastructures(build, { build: none });
    expect(own).toEqual({ ...shared, id: "base", name: "team-base", inDefaultVpc: true });
  });

  it("is in the network that a further pipeline says, or its image says for it", () => {
    const [first, second] = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"];
    const groups = ["sg-0123456789abcdef0"];
    const pipelines = {
      same: { schedule: "manual", build: { keyPair: "a" } },
      none: { schedule: "manual", build: { network: "none" } },
      other: { schedule: "manual", build: { network: { subnet: second } } },
    };
    const inOwn = infrastructures({}, { build: { network: { subnet: first, securityGroups: groups } }, pipelines });
    expect(inOwn.map(({ inDefaultVpc, subnet, securityGroups }) => [inDefaultVpc, subnet, securityGroups])).toEqual([
      [false, first, groups],
      [false, first, groups],
      [true, undefined, undefined],
      [false, second, groups],
    ]);
    const inDefault = infrastructures({}, { build: { network: "none" }, pipelines });
    expect(inDefault.map(({ inDefaultVpc, subnet }) => [inDefaultVpc, subnet])).toEqual([
      [true, undefined],
      [true, undefined],
      [true, undefined],
      [false, second],
    ]);
  });

  it("is that of a further pipeline, or one of its own", () => {
    const pipelines = { weekly: { schedule: "manual" }, nightly: { schedule: "manual", build: { keyPair: "night" } } };
    expect(infrastructures({}, { pipelines }).map(({ id, keyPair }) => [id, keyPair])).toEqual([
      ["image-factory", undefined],
      ["image-factory", undefined],
      [expect.stringMatching(/nightly/) as string, "night"],
    ]);
  });
});

describe("where build logs go", () => {
  it.each([
    [{ bucket: "all" }, undefined, { bucket: "all", prefix: "image-builder" }],
    [{ bucket: "all", prefix: "a" }, { prefix: "b" }, { bucket: "all", prefix: "b" }],
    [{ bucket: "all", prefix: "a" }, { bucket: "own" }, { bucket: "own", prefix: "a" }],
    [undefined, { bucket: "own" }, { bucket: "own", prefix: "image-builder" }],
    [undefined, { bucket: "own", prefix: "b" }, { bucket: "own", prefix: "b" }],
  ])("is %j of the environment with %j of the image", (logs, own, expected) => {
    const [found] = infrastructures({ logs }, own === undefined ? {} : { build: { logs: own } });
    expect(found?.logs).toEqual(expected);
  });
});

describe("how far the metadata of an instance reaches", () => {
  it.each([
    [undefined, undefined, "image", { tokens: "required", hopLimit: 1 }],
    // Docker is one more hop away.
    [undefined, undefined, "container", { tokens: "required", hopLimit: 2 }],
    [{ hopLimit: 4 }, undefined, "container", { tokens: "required", hopLimit: 4 }],
    [{ hopLimit: 4 }, { tokens: "optional" }, "image", { tokens: "optional", hopLimit: 4 }],
    [{ hopLimit: 4 }, { hopLimit: 5 }, "image", { tokens: "required", hopLimit: 5 }],
    ["as-ami", undefined, "image", undefined],
    ["as-ami", { tokens: "required" }, "image", { tokens: "required", hopLimit: 1 }],
    [{ hopLimit: 4 }, "as-ami", "image", undefined],
  ] as const)("is %j of the environment with %j of the %s", (metadata, own, kind, expected) => {
    const [found] = infrastructures({ metadata }, own === undefined ? {} : { build: { metadata: own } }, kind);
    expect(found?.metadata).toEqual(expected);
  });
});
