import { check } from "../../helpers/valid-project";

const image = (...components: readonly string[]) =>
  `parent: { os: amazon-linux-2023, architecture: x86_64 }\ncomponents:\n${components.map((each) => `  - ${each}\n`).join("")}`;
const environment = 'account: "123456789012"\nregion: us-east-1\nimages:\n  base: { schedule: manual }\n';
const hello = `schemaVersion: 1.0
phases:
  - name: build
    steps:
      - name: Hello
        action: ExecuteBash
        inputs:
          commands:
            - echo hello
`;
const turned = `schemaVersion: 1.0
phases:
  - name: validate
    steps:
      - name: Look
        action: ExecuteBash
        inputs: { commands: [ls] }
  - name: build
    steps:
      - name: Hello
        action: ExecuteBash
        inputs: { commands: [echo hello] }
`;

async function found(...components: readonly string[]): Promise<string[]> {
  const problems = await check({
    "images/base.yaml": image(...components),
    "environments/dev.yaml": environment,
    "components/linux/hello.yaml": hello,
    "components/linux/turned.yaml": turned,
  });
  return problems
    .filter(({ code }) => code === "component-twice" || code === "components-merged")
    .map(({ code, line, column }) => `${code} ${line}:${column}`);
}

const arn = (rest: string) => `arn: arn:aws:imagebuilder:us-east-1:${rest}`;

test.each([
  ["a component of AWS twice", ["aws: update-linux", "aws: update-linux"], "4:10"],
  ["two versions of it", ["{ aws: update-linux, version: 1.0.2 }", "aws: update-linux"], "4:10"],
  ["one by its name, one by its ARN", ["aws: update-linux", arn("aws:component/update-linux/1.0.x")], "4:10"],
  ["one ARN twice", [arn("999999999999:component/audit/1.0.0"), arn("999999999999:component/audit/2.0.0/1")], "4:10"],
  ["a document, and its component by ARN", ["linux/hello", arn("123456789012:component/linux-hello/1.0.0")], "4:10"],
])("refuses %s, whatever the version", async (_title, components, place) => {
  expect(await found(...components)).toEqual([`component-twice ${place}`]);
});

test("refuses a document twice that cannot be merged", async () => {
  expect(await found("linux/turned", "aws: update-linux", "component: linux/turned")).toEqual(["component-twice 5:16"]);
});

test("takes components of the same name of two owners", async () => {
  const components = [arn("999999999999:component/audit/1.0.0"), arn("888888888888:component/audit/1.0.0")];
  expect(await found(...components, arn("999999999999:component/linux-hello/1.0.0"), "linux/hello")).toEqual([]);
});

test("notes that uses of one document are merged", async () => {
  expect(await found("linux/hello", "linux/hello")).toEqual(["components-merged 2:1"]);
  expect(await found("linux/hello", "aws: update-linux", "linux/hello")).toEqual(["components-merged 2:1"]);
});
