import { imageSchema } from "../../src/definitions/schema/image";
import { environmentSchema } from "../../src/definitions/schema/environment";
import { imageOrder, resolveFactory } from "../../src/factory/resolve-factory";

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
const component = (document: string) => ({
  document,
  name: document.replace("/", "-"),
  platform: "Linux" as const,
  file: `components/${document}.yaml`,
  sha256: "0",
});
const components = new Map(
  ["linux/web", "linux/install", "linux/unused"].map((document) => [document, component(document)]),
);

function resolve(environment: Record<string, unknown> = {}) {
  return resolveFactory({
    name: "prod",
    environment: environmentSchema.parse({
      account: "123456789012",
      region: "eu-west-1",
      images: { web: { schedule: { cron: "0 4 ? * SUN *", start: "on-updates" } }, base: { schedule: "manual" } },
      ...environment,
    }),
    images,
    components,
    versionOfComponent: () => "1.0.1",
    versionOfRecipe: (image) => (image === "base" ? "1.0.2" : "1.0.3"),
  });
}

test("images come after those they stand on", () => {
  expect(resolve().images.map(({ name }) => name)).toEqual(["base", "web"]);
  expect(imageOrder(["web"], images)).toEqual(["web"]);
});

test("a managed image is named by its newest version, an own one by whatever was built last", () => {
  expect(resolve().images.map(({ recipe }) => recipe.parentImage)).toEqual([
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
    { arn: "arn:aws:imagebuilder:eu-west-1:aws:component/update-linux/x.x.x", parameters: {} },
    { component: "linux/install", version: "1.0.1", parameters: { Packages: "jq" } },
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
  expect([web?.recipe.volumes[0]?.kmsKey, web?.distributions[0]?.kmsKey]).toEqual([kmsKey, kmsKey]);
});

test("without a distribution, the AMI stays where it is built, under the image's name and the build date", () => {
  expect(resolve().images[0]?.distributions).toMatchObject([
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
  expect(base?.distributions.map(({ amiName }) => amiName)).toEqual([
    "ours-{{ imagebuilder:buildDate }}",
    "{{imagebuilder:buildDate}}-ours",
  ]);
});

test("schedules become the API's", () => {
  expect(resolve().images.map(({ pipeline }) => pipeline.schedule)).toEqual([
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
