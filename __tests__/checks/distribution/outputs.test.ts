import { checkProject } from "../../../src/checks/check-project";
import { exampleProject } from "../../../src/definitions/example-texts";
import { loadProject } from "../../../src/project/load-project";
import { projectFolder } from "../../helpers/project-folder";

const writing = (region: string, target: string, account = "123456789012") =>
  exampleProject.environment.replace("us-east-1", region).replace("123456789012", account) +
  `    distribute: [{ region: ${target}, ssmParameters: [{ name: /golden }] }]\n`;

async function check(first: string, second: string): Promise<string[]> {
  const root = projectFolder({
    "images/base.yaml": exampleProject.image,
    "environments/one.yaml": first,
    "environments/two.yaml": second,
  });
  return checkProject(await loadProject(root)).map(
    ({ file, line, code, message }) => `${file}:${line} ${code} ${message}`,
  );
}

test("two environments of an account that write one SSM parameter of a region are warned", async () => {
  expect(await check(writing("us-east-1", "eu-west-1"), writing("eu-west-1", "eu-west-1"))).toEqual([
    'environments/two.yaml:6 output-shared "base" of environments/one.yaml also writes the SSM parameter "/golden" in "eu-west-1"',
  ]);
});

test.each([
  ["regions", writing("us-east-1", "us-east-1"), writing("eu-west-1", "eu-west-1")],
  ["accounts", writing("us-east-1", "us-east-1"), writing("us-east-1", "us-east-1", "999999999999")],
])("the same SSM parameter in two %s is fine", async (_what, first, second) => {
  expect(await check(first, second)).toEqual([]);
});
