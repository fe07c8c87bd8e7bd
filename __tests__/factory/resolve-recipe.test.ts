import { containerSchema } from "../../src/definitions/schema/container";
import { environmentSchema } from "../../src/definitions/schema/environment";
import { imageSchema } from "../../src/definitions/schema/image";
import { namesOf } from "../../src/factory/names";
import { containerContent, imageContent, withArchitecture } from "../../src/factory/resolve-recipe";

const components = [{ aws: "update-linux" }];
const key = "arn:aws:kms:us-east-1:123456789012:alias/images";
const other = "arn:aws:kms:us-east-1:123456789012:alias/other";

const contextOf = (settings: object) => {
  const environment = environmentSchema.parse({ account: "123456789012", region: "us-east-1", ...settings });
  return { environment, names: namesOf(environment) };
};

function image(definition: object, settings: object = {}) {
  const parsed = imageSchema.parse({ components, ...definition });
  const base = imageSchema.parse({ components, parent: { os: "amazon-linux-2023", architecture: "x86_64" } });
  return imageContent(
    { kind: "image", name: "web", definition: parsed, built: environmentImage() },
    contextOf(settings),
    new Map([
      ["web", parsed],
      ["base", base],
    ]),
  );
}

function environmentImage() {
  const { web } = environmentSchema.parse({
    account: "123456789012",
    region: "us-east-1",
    images: { web: { schedule: "manual" } },
  }).images;
  if (web === undefined) throw new Error("it is listed");
  return web;
}

function container(definition: object, settings: object = {}) {
  const parsed = containerSchema.parse({ components, ...definition });
  const { app } = environmentSchema.parse({
    account: "123456789012",
    region: "us-east-1",
    containers: { app: { schedule: "manual" } },
  }).containers;
  if (app === undefined) throw new Error("it is listed");
  const listed = { kind: "container" as const, name: "app", definition: parsed, built: app };
  return containerContent(listed, contextOf(settings), new Map([["app", parsed]]), {
    content: { text: "FROM" },
    sha256: "1",
  });
}

const ssm = { ssm: "/images/base", platform: "Linux" };

describe("the parent of a recipe", () => {
  it.each([
    [
      { os: "amazon-linux-2023", architecture: "arm64", version: "2024.1.x" },
      { from: "aws", type: "image", name: "amazon-linux-2023-arm64", version: "2024.1.x" },
    ],
    [
      { amis: { "us-east-1": "ami-0123456789abcdef0", "eu-west-1": "ami-0123456789abcdef1" }, platform: "Linux" },
      { from: "ami", ami: "ami-0123456789abcdef0" },
    ],
    [
      { ami: { owners: ["self"], name: "base-*" }, platform: "Linux", architecture: "arm64" },
      { from: "lookUp", lookUp: { owners: ["self"], filters: { architecture: ["arm64"], name: ["base-*"] } } },
    ],
    [{ image: "base" }, { from: "project", name: "base", recipeName: "team-base" }],
    [ssm, { from: "ssm", parameter: "/images/base" }],
    [
      { arn: "arn:aws:imagebuilder:us-east-1:123456789012:image/base/x.x.x", platform: "Linux" },
      { from: "arn", arn: "arn:aws:imagebuilder:us-east-1:123456789012:image/base/x.x.x" },
    ],
    [
      { marketplace: "prod-0123456789abc", platform: "Linux" },
      { from: "marketplace", product: "prod-0123456789abc" },
    ],
  ])("is %j", (parent, expected) => {
    expect(image({ parent }, { namePrefix: "team-" }).parent).toEqual(expected);
  });

  it("is an image of a registry for a container, whose platform the service does not know by itself", () => {
    const parent = { from: "registry", image: "amazonlinux:2023" };
    expect(container({ parent: { image: "amazonlinux:2023" } })).toMatchObject({ parent, platformOverride: "Linux" });
    const arn = "arn:aws:imagebuilder:us-east-1:aws:image/amazon-linux-x86-latest/x.x.x";
    expect(container({ parent: { arn, platform: "Linux" } })).toMatchObject({
      parent: { from: "arn", arn },
      platformOverride: undefined,
    });
  });
});

test.each([
  [
    { name: ["b"], zone: ["z"] },
    { architecture: "arm64" as const },
    { architecture: ["arm64"], name: ["b"], zone: ["z"] },
  ],
  [
    { name: ["b"], architecture: ["x86_64"] },
    { architecture: "arm64" as const },
    { architecture: ["arm64"], name: ["b"] },
  ],
  [{ "a-first": ["a"] }, { architecture: "x86_64" as const }, { "a-first": ["a"], architecture: ["x86_64"] }],
  [{}, { architecture: "arm64" as const, platform: "macOS" as const }, { architecture: ["arm64_mac"] }],
  [{ name: ["b"] }, {}, { name: ["b"] }],
])("a look-up by %j of a parent with %j asks for %j", (filters, parent, expected) => {
  const found = withArchitecture({ owners: ["self"], filters }, parent);
  expect(found).toEqual({ owners: ["self"], filters: expected });
  expect(Object.keys(found.filters)).toEqual(Object.keys(expected));
});

describe("the volumes of an image", () => {
  const volumes = (listed: readonly object[] | undefined, settings: object = {}, definition: object = {}) =>
    image({ parent: { os: "amazon-linux-2023", architecture: "x86_64" }, volumes: listed, ...definition }, settings)
      .volumes;

  it("have the root device of the parent where they name none", () => {
    expect(volumes([{ size: 20 }])).toEqual([
      expect.objectContaining({
        device: "/dev/xvda",
        size: 20,
        type: "gp3",
        encrypted: true,
        deleteOnTermination: true,
      }),
    ]);
    expect(volumes([{ device: "/dev/xvdb", size: 20 }])).toContainEqual(
      expect.objectContaining({ device: "/dev/xvdb" }),
    );
  });

  it("leave to the parent what is as the parent's", () => {
    const [one] = volumes([{ type: "as-parent", encrypted: "as-parent", deleteOnTermination: "as-parent" }]);
    expect(one).toMatchObject({ type: undefined, encrypted: undefined, deleteOnTermination: undefined });
  });

  it("have their own key, else that of the environment where they are encrypted", () => {
    const encryption = { kmsKey: key };
    expect(volumes([{ size: 20, kmsKey: other }], { encryption })).toMatchObject([{ kmsKey: other }]);
    expect(volumes([{ size: 20 }], { encryption })).toMatchObject([{ kmsKey: key }]);
    expect(volumes([{ size: 20 }])).toMatchObject([{ kmsKey: undefined }]);
    expect(volumes([{ size: 20, encrypted: false }], { encryption })).toMatchObject([{ kmsKey: undefined }]);
  });

  it("begin with the root, encrypted by the environment's key, where none is listed for it", () => {
    expect(volumes([], { encryption: { kmsKey: key } })).toEqual([
      { device: "/dev/xvda", encrypted: true, kmsKey: key },
    ]);
    expect(volumes([], { encryption: { kmsKey: key } }, { encryptRootVolume: false })).toEqual([]);
    // Nobody knows the root device of an AMI in a parameter.
    expect(image({ parent: ssm }, { encryption: { kmsKey: key } }).volumes).toEqual([]);
  });
});

test("a container takes the AMI of its region, and the volumes of its build instance", () => {
  const instance = {
    amis: { "us-east-1": "ami-0123456789abcdef0", "eu-west-1": "ami-0123456789abcdef1" },
    volumes: [{ size: 50 }],
  };
  const parent = { image: "amazonlinux:2023" };
  const more = { description: "An app", workingDirectory: "/tmp", kmsKey: key };
  expect(container({ parent, instance, ...more })).toMatchObject({
    kind: "container",
    name: "app",
    ami: "ami-0123456789abcdef0",
    volumes: [{ device: "/dev/xvda", size: 50 }],
    dockerfile: { content: { text: "FROM" }, sha256: "1" },
    ...more,
  });
  expect(container({ parent })).toMatchObject({ ami: undefined, volumes: [] });
});

test("an image says what it says", () => {
  const more = { description: "The web", workingDirectory: "/var/tmp", userData: "#!/bin/bash", removeSsmAgent: true };
  expect(image({ parent: ssm, ...more })).toMatchObject({ kind: "image", name: "web", ...more });
});
