import { checkProject } from "../../../src/checks/check-project";
import { exampleProject } from "../../../src/definitions/example-texts";
import { helloDocument } from "../../../src/documents/examples";
import { loadProject } from "../../../src/project/load-project";
import { projectFolder } from "../../helpers/project-folder";

const { environment, image } = exampleProject;
const using = image.replace("aws: update-linux", "linux/hello\n  - linux/bye");

async function found(files: Readonly<Record<string, string>>): Promise<string[]> {
  const project = await loadProject(projectFolder(files));
  return checkProject(project)
    .filter(({ code }) => code.startsWith("name-") || code === "duplicate-place")
    .map(({ file, line, message }) => `${file}:${line} ${message}`);
}

const documents = { "components/linux/hello.yaml": helloDocument, "components/linux/bye.yaml": helloDocument };

it.each([
  ["a component", "components: { linux/hello: { name: linux-bye } }\n", 'the component "linux/bye"'],
  [
    "a role",
    "executionRole: { create: true, name: builder }\nbuild: { instanceProfile: { create: true, roleName: builder } }\n",
    "the role of build instances",
  ],
])("%s has the name of another of its kind", async (_what, text, other) => {
  expect(await found({ ...documents, "images/base.yaml": using, "environments/dev.yaml": environment + text })).toEqual(
    [expect.stringContaining(`is also the name of ${other}`) as string],
  );
});

it("a recipe and a pipeline may have one name, and so may a build and a test workflow", async () => {
  const text = `${environment}    names: { recipe: golden, pipeline: golden, distribution: golden }\nbuild: { name: golden }\n`;
  expect(await found({ "images/base.yaml": image, "environments/dev.yaml": text })).toEqual([]);
});

describe("two environments of one account and region", () => {
  const files = { "images/base.yaml": image, "environments/dev.yaml": environment };
  const other = (text: string) => ({ ...files, "environments/test.yaml": text + environment });

  it("need different prefixes", async () => {
    expect(await found(other("namePrefix: test-\n"))).toEqual([]);
    expect(await found(other(""))).toEqual([expect.stringContaining('environment "dev" is also in account') as string]);
  });

  it("may not have one name by prefix", async () => {
    const dev = environment.replace("base:", "test-base:");
    expect(
      await found({ ...other("namePrefix: test-\n"), "images/test-base.yaml": image, "environments/dev.yaml": dev }),
    ).toEqual([
      'environments/test.yaml:1 "test-base" is also the name of the recipe of "test-base" of environments/dev.yaml',
    ]);
  });

  it("may not have one name by what they write", async () => {
    const text = `namePrefix: test-\n${environment}    names: { recipe: Base }\n`;
    expect(await found({ ...files, "environments/test.yaml": text })).toEqual([
      'environments/test.yaml:7 "Base" is also the name of the recipe of "base" of environments/dev.yaml',
    ]);
  });
});

it("a name has room for its prefix, up to the last character", async () => {
  const of = async (length: number) => {
    const name = "a".repeat(length);
    const text = `namePrefix: golden-\n${environment.replace("base:", `${name}:`)}`;
    return found({ [`images/${name}.yaml`]: image, "environments/dev.yaml": text });
  };
  expect(await of(119)).toEqual([]);
  expect(await of(120)).toEqual([expect.stringContaining("has 127 characters")]);
});
