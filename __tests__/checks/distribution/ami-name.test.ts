import { exampleProject } from "../../../src/definitions/example-texts";
import { check } from "../../helpers/valid-project";

test.each([
  [98, []],
  [99, ["environments/dev.yaml:4:3 ami-name"]],
])("an image of %d characters, whose name is that of its AMIs with the build date behind", async (length, expected) => {
  const name = "a".repeat(length);
  const problems = await check({
    [`images/${name}.yaml`]: exampleProject.image,
    "environments/dev.yaml": exampleProject.environment.replace("  base:", `  ${name}:`),
  });
  expect(problems.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`)).toEqual(expected);
});
