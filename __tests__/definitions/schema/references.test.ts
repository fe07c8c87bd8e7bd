import { containerSchema } from "../../../src/definitions/schema/container";
import { imageSchema } from "../../../src/definitions/schema/image";

const arn = "arn:aws:imagebuilder:us-east-1:111122223333:image/base/x.x.x";
const image = (parent: object, more: object = {}) => imageSchema.parse({ parent, components: ["linux/web"], ...more });

test.each([
  [
    { os: "amazon-linux-2023", architecture: "arm64" },
    { from: "os", os: "amazon-linux-2023", version: "x.x.x", architecture: "arm64" },
  ],
  [
    { os: "amazon-linux-2", architecture: "arm64", version: "2024.1.5" },
    { from: "os", os: "amazon-linux-2", version: "2024.1.5", architecture: "arm64" },
  ],
  [
    { ssm: "/base", platform: "Linux" },
    { from: "ssm", parameter: "/base", platform: "Linux" },
  ],
  [
    { amis: { "us-east-1": "ami-01234567" }, platform: "Windows" },
    { from: "amis", amis: { "us-east-1": "ami-01234567" }, platform: "Windows" },
  ],
  [
    { image: "base", rootDevice: "/dev/sda1" },
    { from: "project", name: "base", rootDevice: "/dev/sda1" },
  ],
  [
    { arn, platform: "Linux" },
    { from: "arn", arn, platform: "Linux" },
  ],
  [
    { marketplace: "prod-abc", platform: "Linux" },
    { from: "marketplace", product: "prod-abc", platform: "Linux" },
  ],
])("the parent of an image that is written as %j is one of several things", (written, parent) => {
  expect(image(written).parent).toEqual(parent);
});

test.each([
  [{ image: "amazonlinux:2023" }, { from: "registry", image: "amazonlinux:2023", platform: "Linux" }],
  [{ container: "app" }, { from: "project", name: "app", platform: "Linux" }],
  [
    { arn, platform: "Windows" },
    { from: "arn", arn, platform: "Windows" },
  ],
])("the parent of a container that is written as %j is one of several things", (written, parent) => {
  expect(containerSchema.parse({ parent: written, components: ["linux/web"] }).parent).toEqual(parent);
});

test("a component is a document of the project, one of AWS in its newest version, or what an ARN names", () => {
  const components = [
    "linux/web",
    { component: "linux/web", parameters: { Port: "80" } },
    { aws: "update-linux" },
    { aws: "update-linux", version: "1.0.2" },
    { arn },
  ];
  expect(image({ image: "base" }, { components }).components).toEqual([
    { from: "project", document: "linux/web", parameters: {} },
    { from: "project", document: "linux/web", parameters: { Port: "80" } },
    { from: "aws", type: "component", name: "update-linux", version: "x.x.x", parameters: {} },
    { from: "aws", type: "component", name: "update-linux", version: "1.0.2", parameters: {} },
    { from: "arn", arn, parameters: {} },
  ]);
});

test("a workflow is a document of the project, one of AWS with its stage, or what an ARN names", () => {
  const workflows = ["build/image", { aws: "test-image", onFailure: "continue", parallelGroup: "tests" }, { arn }];
  expect(image({ image: "base" }, { workflows }).workflows).toEqual([
    { from: "project", document: "build/image", parameters: {} },
    {
      from: "aws",
      type: "workflow/test",
      name: "test-image",
      version: "x.x.x",
      parameters: {},
      onFailure: "continue",
      parallelGroup: "tests",
    },
    { from: "arn", arn, parameters: {} },
  ]);
  expect(image({ image: "base" }).workflows).toEqual([]);
});
