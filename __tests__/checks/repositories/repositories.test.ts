import { exampleProject } from "../../../src/definitions/example-texts";
import { check } from "../../helpers/valid-project";

const container = "parent: { image: amazonlinux:2023 }\ncomponents: [{ aws: update-linux }]\n";
const building = (region: string, containers: string) =>
  `${exampleProject.environment.replace("us-east-1", region)}containers:\n${containers}`;
const shared = async (dev: string, europe: string) => {
  const problems = await check({
    "images/base.yaml": exampleProject.image,
    "containers/app.yaml": container,
    "containers/web.yaml": container,
    "environments/dev.yaml": building("us-east-1", dev),
    "environments/europe.yaml": building("eu-west-1", europe),
  });
  return problems
    .filter(({ code }) => code.startsWith("repository-"))
    .map(({ file, line, code }) => `${file}:${line} ${code}`);
};
const app = "  app: { schedule: manual }\n";
const toEurope = (name: string, repository: string) =>
  `  ${name}:\n    schedule: manual\n    distribute: [{ region: us-east-1 }, { region: eu-west-1, repository: ${repository} }]\n`;

test("containers with a repository each are fine, also where one of another environment has the name in its region", async () => {
  expect(await shared(app + "  web: { schedule: manual }\n", app)).toEqual([]);
});

test("a repository of another environment that a container is distributed to is shared", async () => {
  expect(await shared(toEurope("web", "app"), app)).toEqual(["environments/europe.yaml:7 repository-shared"]);
  expect(await shared(toEurope("web", "site"), app)).toEqual([]);
});

test("one container from two environments in one repository is shared: both push the same tags", async () => {
  expect(await shared(toEurope("app", "app"), app)).toEqual(["environments/europe.yaml:7 repository-shared"]);
});

test("two containers that make one repository are an error and no warning besides", async () => {
  const both = app + "  web: { schedule: manual, repository: { name: app } }\n";
  expect(await shared(both, app)).toEqual(["environments/dev.yaml:8 repository-twice"]);
});
