import { exampleProject } from "../../../src/definitions/example-texts";
import { checkExample } from "../../helpers/check-settings";

const { image } = exampleProject;
const arn = "arn:aws:imagebuilder:us-east-1";
const onParent = (resource: string) =>
  checkExample({ image: image.replace(/ {2}os.*\n.*\n/, `  arn: ${arn}:${resource}\n  platform: Linux\n`) });
const withComponent = (resource: string) =>
  checkExample({ image: image.replace("aws: update-linux", `arn: ${arn}:${resource}`) });
const inFolder = (path: string, os: string) =>
  checkExample({
    image: `${image.replace("amazon-linux-2023", os).replace("update-linux", "hello-world")}workingDirectory: ${path}\n`,
  });

test.each([
  "aws:image/amazon-linux-2023-x86/x.x.x",
  "123456789012:image/base/1.x.x",
  "123456789012:image/base/1.0.2/1",
  "123456789012:image/some_image/1.0.x",
])("takes the parent %s", async (resource) => {
  expect(await onParent(resource)).toEqual([]);
});

test.each([
  "aws:component/update-linux/x.x.x",
  "aws:image-recipe/base/1.0.0",
  "amazon:image/base/1.0.0",
  "123456789012:image/Base/1.0.0",
  "123456789012:image/base",
  "123456789012:image/base/1.x.8",
  "123456789012:image/base/1.0",
  "123456789012:image/base/1.0.0/x",
  "123456789012:image/base/1.0.0/1/2",
])("refuses the parent %s", async (resource) => {
  expect(await onParent(resource)).toEqual(["images/base.yaml:2:8 image-arn"]);
});

test.each(["aws:component/update-linux/x.x.x", "123456789012:component/patch/1.0.2/1"])(
  "takes the component %s",
  async (resource) => {
    expect(await withComponent(resource)).toEqual([]);
  },
);

test.each(["aws:image/update-linux/x.x.x", "aws:component/update-linux/x.1.x", "aws:component/update-linux/latest"])(
  "refuses the component %s",
  async (resource) => {
    expect(await withComponent(resource)).toEqual(["images/base.yaml:5:10 component-arn"]);
  },
);

test.each([
  ["/var/tmp", "amazon-linux-2023"],
  ["C:/build", "windows-server-2022"],
  ["d:\\build", "windows-server-2022"],
])("takes the working directory %s on %s", async (path, os) => {
  expect(await inFolder(path, os)).toEqual([]);
});

test.each([
  ["tmp", "amazon-linux-2023"],
  ["C:/build", "amazon-linux-2023"],
  ["/tmp", "windows-server-2022"],
  ["build", "windows-server-2022"],
])("refuses the working directory %s on %s", async (path, os) => {
  expect(await inFolder(path, os)).toEqual(["images/base.yaml:6:19 working-directory"]);
});

test("a filter contradicts no platform that is not said", async () => {
  const parent = "  ami: { owners: [self], filters: { platform: windows } }\n  architecture: x86_64\n";
  const problems = await checkExample({ image: image.replace(/ {2}os.*\n.*\n/, parent) });
  expect(problems).toEqual(["images/base.yaml:2:3 parent-incomplete"]);
});
