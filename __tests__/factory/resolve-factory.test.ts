import { containerSchema } from "../../src/definitions/schema/container";
import type { EnvironmentDefinition } from "../../src/definitions/schema/environment";
import { environmentSchema } from "../../src/definitions/schema/environment";
import { imageSchema } from "../../src/definitions/schema/image";
import { type Listed, listedIn, parentsFirst } from "../../src/factory/listed";
import { namesOf } from "../../src/factory/names";
import { type FactoryInput, resolveFactory } from "../../src/factory/resolve-factory";
import { containerContent, imageContent } from "../../src/factory/resolve-recipe";
import type { LockedRecipe } from "../../src/factory/resolved-recipe";
import { parentImage } from "../../src/model/recipe-parent";

const parent = { os: "amazon-linux-2023", architecture: "arm64" };
const images = new Map(
  Object.entries({
    web: { parent: { image: "base" }, components: ["linux/web"], volumes: [{ size: 30 }] },
    base: {
      parent,
      components: [{ aws: "update-linux" }, { component: "linux/install", parameters: { Packages: "jq" } }],
      tags: { team: "platform" },
    },
  }).map(([name, definition]) => [name, imageSchema.parse(definition)]),
);
const containers = new Map([
  ["app", containerSchema.parse({ parent: { image: "amazonlinux:2023" }, components: ["linux/web"] })],
  ["site", containerSchema.parse({ parent: { container: "app" }, components: ["linux/web"] })],
]);
const component = (document: string) => ({
  document,
  id: document.replace("/", "-"),
  platform: "Linux" as const,
  supportedOsVersions: [],
  content: { file: `components/${document}.yaml` },
  sha256: "0",
});
const components = ["linux/web", "linux/install", "linux/unused"].map(component);

function resolve(settings: Record<string, unknown> = {}, more: Partial<FactoryInput> = {}) {
  const environment = environmentSchema.parse({
    account: "123456789012",
    region: "eu-west-1",
    images: { web: { schedule: { cron: "0 4 ? * SUN *", start: "on-updates" } }, base: { schedule: "manual" } },
    ...settings,
  });
  return resolveFactory({
    name: "prod",
    environment,
    recipes: listedIn(environment, images, containers).map((listed) => locked(listed, environment)),
    images,
    components,
    workflows: [],
    documentVersion: () => "1.0.1",
    ...more,
  });
}

/** With as many components as there are: nothing is merged. */
function locked(listed: Listed, environment: EnvironmentDefinition): LockedRecipe {
  const context = { environment, names: namesOf(environment) };
  const references = listed.definition.components;
  const said = {
    references,
    components: references.map((each) => (each.from === "project" ? { ...each, version: "1.0.1" } : each)),
    allVersions: [],
  };
  if (listed.kind === "container") {
    const dockerfile = { content: { text: "FROM" }, sha256: "1" };
    return { ...listed, ...said, version: "1.0.4", content: containerContent(listed, context, containers, dockerfile) };
  }
  const version = listed.name === "base" ? "1.0.2" : "1.0.3";
  return { ...listed, ...said, version, content: imageContent(listed, context, images) };
}

test("images come after those they stand on", () => {
  expect(resolve().images.map(({ name }) => name)).toEqual(["base", "web"]);
  const alone = environmentSchema.parse({
    account: "123456789012",
    region: "eu-west-1",
    images: { web: { schedule: "manual" } },
  });
  expect(parentsFirst(listedIn(alone, images, containers)).map(({ name }) => name)).toEqual(["web"]);
});

test("a managed image is named by its newest version, an own one by whatever was built last", () => {
  const { images: built, place } = resolve();
  expect(built.map(({ recipe }) => parentImage(recipe.parent, place))).toEqual([
    "arn:aws:imagebuilder:eu-west-1:aws:image/amazon-linux-2023-arm64/x.x.x",
    "arn:aws:imagebuilder:eu-west-1:123456789012:image/base/x.x.x",
  ]);
});

test("components are those that an image uses, in the recipe's order and with their versions", () => {
  const factory = resolve();
  expect(factory.components.map(({ document, version }) => `${document} ${version}`)).toEqual([
    "linux/web 1.0.1",
    "linux/install 1.0.1",
  ]);
  expect(factory.images[0]?.recipe.components).toEqual([
    { from: "aws", type: "component", name: "update-linux", version: "x.x.x", parameters: {} },
    { from: "project", document: "linux/install", version: "1.0.1", parameters: { Packages: "jq" } },
  ]);
});

test("a volume is encrypted, goes with its instance, and sits on the root device of the image at the bottom of the chain", () => {
  expect(resolve().images[1]?.recipe.volumes).toEqual([
    { device: "/dev/xvda", size: 30, type: "gp3", encrypted: true, deleteOnTermination: true, kmsKey: undefined },
  ]);
});

test("the environment's key encrypts volumes and the AMI of the build region", () => {
  const kmsKey = "arn:aws:kms:eu-west-1:123456789012:alias/images";
  const [, web] = resolve({ encryption: { kmsKey } }).images;
  expect([web?.recipe.volumes[0]?.kmsKey, web?.settings.distribution?.targets[0]?.kmsKey]).toEqual([kmsKey, kmsKey]);
});

test("without a distribution, the AMI stays where it is built, under the image's name and the build date", () => {
  expect(resolve().images[0]?.settings.distribution?.targets).toMatchObject([
    {
      region: "eu-west-1",
      amiName: "base-{{ imagebuilder:buildDate }}",
      amiTags: { team: "platform", "golden-image": "base", "golden-image-version": "1.0.2" },
      copyToAccounts: [],
    },
  ]);
});

test("the build date is appended to an AMI name that lacks it, and to no other", () => {
  const distribute = [
    { region: "eu-west-1", name: "ours" },
    { region: "eu-west-2", name: "{{imagebuilder:buildDate}}-ours" },
  ];
  const [base] = resolve({ images: { base: { schedule: "manual", distribute } } }).images;
  expect(base?.settings.distribution?.targets.map(({ amiName }) => amiName)).toEqual([
    "ours-{{ imagebuilder:buildDate }}",
    "{{imagebuilder:buildDate}}-ours",
  ]);
});

test("schedules become the API's", () => {
  expect(resolve().images.map(({ pipelines }) => pipelines[0]?.schedule)).toEqual([
    undefined,
    {
      expression: "cron(0 4 ? * SUN *)",
      timezone: "Etc/UTC",
      startCondition: "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
    },
  ]);
});

test.each([
  ["us-gov-west-1", "aws-us-gov"],
  ["cn-north-1", "aws-cn"],
  ["us-east-1", "aws"],
])("the region %s is in the partition %s", (region, partition) => {
  expect(resolve({ region }).place.partition).toBe(partition);
});

test("an environment that says everything is resolved as it says", () => {
  const file = "workflows/linux/test.yaml";
  const workflow = { document: "linux/test", id: "linux-test", file, content: { file } };
  const topic = { create: true, name: "builds" };
  const weekly = {
    schedule: { cron: "0 4 ? * MON *" },
    tests: { enabled: false },
    enhancedMetadata: false,
    workflows: [{ workflow: "linux/test" }],
    build: { instanceTypes: ["m7g.large"] },
    distribute: [{ region: "eu-west-2", fastLaunch: [{ maxParallelLaunches: 6 }] }],
  };
  const factory = resolve(
    {
      build: { topic, logs: { create: true, bucket: "logs" }, logGroups: { retentionDays: 30 } },
      images: {
        base: { schedule: "manual", buildOnDeploy: true, tags: { pipeline: { a: "b" } }, scan: true },
        web: { schedule: "no-pipeline", pipelines: { weekly } },
      },
      containers: { app: { schedule: "manual", repository: { tagMutability: "mutable" } } },
      components: { "linux/unused": { description: "Used elsewhere", tags: { c: "d" } } },
      workflows: { "linux/listed": {} },
      lifecycle: { old: { images: ["base"], rules: [{ action: "delete", keep: 10 }] } },
      events: { on: ["failed"] },
      executionRole: { create: true },
      lifecycleRole: { create: true },
      channels: ["stable"],
    },
    {
      workflows: [
        { ...workflow, type: "TEST", description: "Tests", sha256: "2" },
        { ...workflow, document: "linux/listed", id: "linux-listed", type: "TEST", description: "Lists", sha256: "3" },
        { ...workflow, document: "linux/unused", id: "linux-unused", type: "TEST", description: "None", sha256: "4" },
      ],
      remembered: {
        created: new Map([["aws_s3_bucket.old-logs", { name: "logs", status: "created", emptied: false, with: [] }]]),
        workflows: [],
      },
    },
  );
  const { names, ...rest } = factory;
  expect(names.component("linux/web")).toBe("linux-web");
  expect(rest).toMatchSnapshot();
});

test("what an environment does not say is not there", () => {
  const { build, events, lifecycleRole, executionRole, channels, workflows } = resolve();
  expect({ build, events, lifecycleRole, executionRole, channels, workflows }).toMatchSnapshot();
  expect(resolve({ events: { on: ["failed"], topic: { create: true, name: "events" } } }).events).toMatchObject({
    on: ["failed"],
    topic: { name: "events" },
  });
});

test("an image without a pipeline has none, also if Terraform builds it", () => {
  const [base] = resolve({ images: { base: { schedule: "no-pipeline", buildOnDeploy: true } } }).images;
  expect(base).toMatchObject({ pipelines: [], buildOnDeploy: { tags: { team: "platform" } } });
});

describe("a container", () => {
  const built = { schedule: "manual" };
  const container = (settings: Record<string, unknown> = {}) =>
    resolve({ containers: { app: { ...built, ...settings } } }).containers[0];

  it("comes after the one it stands on, and follows whatever was built of it last", () => {
    const { containers: resolved, place } = resolve({ containers: { site: built, app: built } });
    expect(resolved.map(({ name, standsOn }) => [name, standsOn])).toEqual([
      ["app", undefined],
      ["site", "app"],
    ]);
    expect(resolved.map(({ recipe }) => parentImage(recipe.parent, place))).toEqual([
      "amazonlinux:2023",
      "arn:aws:imagebuilder:eu-west-1:123456789012:image/app/x.x.x",
    ]);
  });

  it("goes to a repository of its name in the environment's region, with tags that do not move", () => {
    expect(container()).toMatchObject({
      repository: { name: "app", create: true, movingTags: false },
      settings: { distribution: { targets: [{ region: "eu-west-1", repository: "app", tags: [] }] } },
      recipe: { version: "1.0.4", dockerfile: { content: { text: "FROM" }, sha256: "1" } },
    });
  });

  it.each([
    ["its distribution there names tags", { distribute: [{ region: "eu-west-1", tags: ["latest"] }] }, true],
    [
      "one of its distributions names tags",
      { distribute: [{ region: "eu-west-2" }, { region: "eu-west-1", tags: ["latest"] }] },
      true,
    ],
    ["one to another region names tags", { distribute: [{ region: "eu-west-2", tags: ["latest"] }] }, false],
    [
      "one to another repository names tags",
      { distribute: [{ region: "eu-west-1", repository: "other", tags: ["latest"] }] },
      false,
    ],
    ["it is scanned in the same repository", { scan: true }, true],
    ["it is scanned in another repository", { scan: { repository: "scans" } }, false],
  ])("says whether tags have to move where %s", (_, settings, moving) => {
    expect(container(settings)?.repository.movingTags).toBe(moving);
  });

  it("says that tags have to move if only a further pipeline needs it", () => {
    const weekly = { schedule: "manual", distribute: [{ region: "eu-west-1", tags: ["weekly"] }] };
    expect(container({ pipelines: { weekly } })?.repository.movingTags).toBe(true);
    expect(container({ distribute: "none", scan: true })?.repository.movingTags).toBe(true);
    expect(container({ distribute: "none" })?.repository.movingTags).toBe(false);
  });

  it("says that tags stay where the environment says so", () => {
    const repository = { tagMutability: "immutable" };
    expect(container({ repository, scan: true })?.repository.movingTags).toBe(false);
  });

  it("is not distributed if the environment says so", () => {
    expect(container({ distribute: "none" })?.settings.distribution).toBeUndefined();
  });

  it("is scanned in its own repository, or where it is said", () => {
    expect(container()?.settings.scanning).toEqual({ enabled: false });
    expect(container({ scan: true })?.settings.scanning).toEqual({
      enabled: true,
      ecr: { repository: "app", tags: [] },
    });
    expect(container({ scan: { repository: "scans", tags: ["scanned"] } })?.settings.scanning).toEqual({
      enabled: true,
      ecr: { repository: "scans", tags: ["scanned"] },
    });
  });
});
