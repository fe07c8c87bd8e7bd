import { environmentSchema } from "../../src/definitions/schema/environment";
import { namesOf } from "../../src/factory/names";

const place = { account: "123456789012", region: "us-east-1" };
const schedule = "manual";
const alike = { images: { base: { schedule } }, containers: { App: { schedule } }, lifecycle: {} };
const said = (environment: object) => {
  const names = namesOf(environmentSchema.parse({ ...place, ...environment }));
  return {
    component: names.component("linux/update-os"),
    workflow: names.workflow("build/image"),
    recipe: names.recipe("base"),
    pipeline: names.pipeline("base"),
    distribution: names.distribution("base"),
    infrastructure: names.infrastructure("image", "base"),
    ofContainers: names.infrastructure("container", "App"),
    ami: names.ami("base"),
    repository: names.repository("App"),
    lifecyclePolicy: names.lifecyclePolicy("old"),
    launchTemplate: names.launchTemplate("My base"),
    topic: names.topic({ create: true, subscriptions: [] }),
    buildRole: names.buildRole,
    executionRole: names.executionRole,
    lifecycleRole: names.lifecycleRole,
    instanceProfile: names.instanceProfile,
    securityGroup: names.securityGroup,
    network: names.network,
    eventRules: names.eventRules,
    keyAlias: names.keyAlias,
    documentBucket: names.documentBucket,
    logBucket: names.logBucket,
  };
};

const derived = {
  component: "linux-update-os",
  workflow: "build-image",
  recipe: "base",
  pipeline: "base",
  distribution: "base",
  infrastructure: "image-factory",
  ofContainers: "image-factory-containers",
  ami: "base",
  repository: "app",
  lifecyclePolicy: "old",
  launchTemplate: "My_base",
  topic: "image-factory",
  buildRole: "ec2-image-builder-us-east-1",
  executionRole: "ec2-image-builder-execution-us-east-1",
  lifecycleRole: "ec2-image-builder-lifecycle-us-east-1",
  instanceProfile: "ec2-image-builder-us-east-1",
  securityGroup: "image-factory-build",
  network: "image-factory",
  eventRules: "image-factory",
  keyAlias: "golden-images",
  documentBucket: "ec2imagebuilder-123456789012-us-east-1",
  logBucket: "ec2imagebuilder-logs-123456789012-us-east-1",
};

test("names follow from files and from the place", () => {
  expect(said(alike)).toEqual(derived);
});

test("a prefix is before each of them, and in a bucket's before the account", () => {
  const { documentBucket, logBucket, ...others } = derived;
  expect(said({ ...alike, namePrefix: "team-" })).toEqual({
    ...Object.fromEntries(Object.entries(others).map(([what, name]) => [what, `team-${name}`])),
    documentBucket: documentBucket.replace("-1234", "-team-1234"),
    logBucket: logBucket.replace("-1234", "-team-1234"),
  });
});

test("a name that is written is taken as it stands, prefix or not", () => {
  const names = { recipe: "Recipe", pipeline: "Pipeline", distribution: "Distribution", infrastructure: "unused" };
  const role = { create: true };
  expect(
    said({
      namePrefix: "team-",
      components: { "linux/update-os": { name: "UpdateOs" } },
      workflows: { "build/image": { name: "BuildImage" } },
      images: { base: { schedule, names } },
      containers: { App: { schedule, repository: { name: "golden/app" } } },
      lifecycle: { old: { name: "Old", images: ["base"], rules: [{ action: "delete", keep: 5 }] } },
      build: {
        name: "Infra",
        containersName: "Infra for containers",
        instanceProfile: { ...role, name: "Profile", roleName: "Role" },
        logs: { create: true, bucket: "golden-logs" },
      },
      executionRole: { ...role, name: "Execution" },
      lifecycleRole: { ...role, name: "Lifecycle" },
      network: { create: { name: "Builds" }, securityGroup: { name: "Builders" } },
      events: { name: "Events" },
      encryption: { create: true, alias: "golden" },
      documents: { create: true, bucket: "golden-files" },
    }),
  ).toEqual({
    component: "UpdateOs",
    workflow: "BuildImage",
    recipe: "Recipe",
    pipeline: "Pipeline",
    distribution: "Distribution",
    infrastructure: "Infra",
    ofContainers: "Infra for containers",
    ami: "team-base",
    repository: "golden/app",
    lifecyclePolicy: "Old",
    launchTemplate: "team-My_base",
    topic: "team-image-factory",
    buildRole: "Role",
    executionRole: "Execution",
    lifecycleRole: "Lifecycle",
    instanceProfile: "Profile",
    securityGroup: "Builders",
    network: "Builds",
    eventRules: "Events",
    keyAlias: "golden",
    documentBucket: "golden-files",
    logBucket: "golden-logs",
  });
});

test("an infrastructure configuration of its own has the name of its image", () => {
  const build = { instanceTypes: ["m6i.large"] };
  const ofBase = (base: object) => said({ ...alike, images: { base: { schedule, build, ...base } } }).infrastructure;
  expect(ofBase({})).toBe("base");
  expect(ofBase({ names: { infrastructure: "Own" } })).toBe("Own");
});

test("an infrastructure configuration of a container is looked up among containers", () => {
  const build = { instanceTypes: ["m6i.large"] };
  const names = namesOf(environmentSchema.parse({ ...place, containers: { app: { schedule, build } } }));
  expect(names.infrastructure("container", "app")).toBe("app");
  expect(names.infrastructure("image", "app")).toBe("image-factory");
});

describe("a further pipeline", () => {
  const weekly = (names: object) =>
    namesOf(
      environmentSchema.parse({
        ...place,
        namePrefix: "team-",
        images: { base: { schedule, names: { pipeline: "Main" }, pipelines: { weekly: { schedule, names } } } },
      }),
    );

  it("has names made of image and pipeline", () => {
    const names = weekly({});
    expect(names.pipeline("base", "weekly")).toBe("team-base-weekly");
    expect(names.distribution("base", "weekly")).toBe("team-base-weekly");
    expect(names.infrastructure("image", "base", "weekly")).toBe("team-base-weekly");
  });

  it("has the names that it sets", () => {
    const names = weekly({ pipeline: "Pipeline", distribution: "Distribution", infrastructure: "Infra" });
    expect(names.pipeline("base", "weekly")).toBe("Pipeline");
    expect(names.distribution("base", "weekly")).toBe("Distribution");
    expect(names.infrastructure("image", "base", "weekly")).toBe("Infra");
  });
});

test("a shared distribution has the name that it sets, otherwise its key", () => {
  const distribute = [{ region: "us-east-1" }];
  const distributions = { everywhere: { distribute }, given: { name: "Given", distribute } };
  const names = namesOf(environmentSchema.parse({ ...place, namePrefix: "team-", distributions }));
  expect(names.sharedDistribution("everywhere")).toBe("team-everywhere");
  expect(names.sharedDistribution("given")).toBe("Given");
});

test("the channel role has the name that the consumer sets, otherwise one for its region", () => {
  const consumer = { from: { prod: { images: { base: {} } } } };
  const promoters = ["arn:aws:iam::123456789012:role/promoter"];
  const channelRole = (channels: object) =>
    namesOf(environmentSchema.parse({ ...place, consumer: { ...consumer, channels: { promoters, ...channels } } }))
      .channelRole;
  expect(channelRole({})).toBe("ec2-image-builder-channels-us-east-1");
  expect(channelRole({ roleName: "Channels" })).toBe("Channels");
});

test("what an environment does not list has the name of its file", () => {
  const names = namesOf(environmentSchema.parse(place));
  expect(names.pipeline("base", "weekly")).toBe("base-weekly");
  expect(names.infrastructure("image", "base")).toBe("image-factory");
  expect(names.repository("app")).toBe("app");
  expect(names.sharedDistribution("everywhere")).toBe("everywhere");
  expect(names.lifecyclePolicy("old")).toBe("old");
});
