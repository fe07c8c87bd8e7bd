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
