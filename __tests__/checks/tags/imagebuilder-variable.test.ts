import { exampleProject } from "../../../src/definitions/example-texts";
import { checkExample } from "../../helpers/check-settings";

const target = (line: string) =>
  `${exampleProject.environment}    distribute:\n      - region: us-east-1\n        ${line}\n`;

test.each(["buildDate", "buildVersion", "buildDate:yyyyMMdd"])("tags know the variable %s", async (name) => {
  expect(await checkExample({ environment: target(`tags: { built: "{{imagebuilder:${name}}}" }`) })).toEqual([]);
  expect(
    await checkExample({ image: `${exampleProject.image}tags: { built: "{{ imagebuilder:${name} }}" }\n` }),
  ).toEqual([]);
});

test("other variables in tags are warned of, wherever AMIs get them from", async () => {
  const tag = 'tags: { built: "v{{ imagebuilder:imageVersion }}" }';
  expect(await checkExample({ environment: target(tag) })).toEqual([
    "environments/dev.yaml:8:24 imagebuilder-variable",
  ]);
  expect(await checkExample({ image: `${exampleProject.image}${tag}\n` })).toEqual([
    "images/base.yaml:6:16 imagebuilder-variable",
  ]);
});

test("a description knows none", async () => {
  expect(await checkExample({ environment: target('description: "of {{ imagebuilder:buildDate }}"') })).toEqual([
    "environments/dev.yaml:8:22 imagebuilder-variable",
  ]);
  expect(await checkExample({ environment: target('description: "{{ of a template }}"') })).toEqual([]);
});
