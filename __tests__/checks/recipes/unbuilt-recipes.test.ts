import { checkProject } from "../../../src/checks/check-project";
import { environmentText, exampleProject, imageText } from "../../../src/definitions/example-texts";
import { loadProject } from "../../../src/project/load-project";
import { projectFolder } from "../../helpers/project-folder";

const onBase = "parent:\n  image: base\ncomponents:\n  - aws: update-linux\n";
const kept = `# check-ignore-file image-unused: for next year\n${imageText()}`;
const buildingOnly = (name: string) => environmentText({ images: { [name]: "" } });

/** What the check finds in these files, as code and file. */
async function check(files: Readonly<Record<string, string>>): Promise<string[]> {
  const problems = checkProject(await loadProject(projectFolder(files)));
  return problems.map(({ code, file }) => `${code} ${file}`);
}

describe("an image that no environment builds", () => {
  const spare = { "images/base.yaml": exampleProject.image, "images/spare.yaml": imageText() };

  it("is reported, also where another environment builds others", async () => {
    const environments = { "environments/dev.yaml": exampleProject.environment };
    expect(await check({ ...spare, ...environments })).toStrictEqual(["image-unused images/spare.yaml"]);
  });

  it("is used where any environment builds it", async () => {
    const test = environmentText({ region: "eu-west-1", images: { spare: "" } });
    const environments = { "environments/dev.yaml": exampleProject.environment, "environments/test.yaml": test };
    expect(await check({ ...spare, ...environments })).toStrictEqual([]);
  });

  it("is used as the parent of one that is built, of which another rule tells", async () => {
    const files = { "images/base.yaml": exampleProject.image, "images/web.yaml": onBase };
    expect(await check({ ...files, "environments/dev.yaml": buildingOnly("web") })).toStrictEqual([
      "parent-not-built environments/dev.yaml",
    ]);
  });

  it.each([
    ["there is no environment", {}, []],
    [
      "an environment builds no image",
      { "environments/dev.yaml": 'account: "123456789012"\nregion: us-east-1\n' },
      ["environment-empty environments/dev.yaml"],
    ],
    [
      "an environment has an unknown key",
      { "environments/dev.yaml": `${exampleProject.environment}colour: red\n` },
      ["unknown-key environments/dev.yaml"],
    ],
    [
      "an environment is no YAML",
      { "environments/dev.yaml": exampleProject.environment, "environments/test.yaml": "images: {\n" },
      ["yaml-syntax environments/test.yaml"],
    ],
    [
      "an environment names one that is not there",
      { "environments/dev.yaml": buildingOnly("bsae") },
      ["image-missing environments/dev.yaml"],
    ],
  ])("is not told from the others, nor its comment from a needless one, while %s", async (_when, files, found) => {
    expect(await check({ ...spare, "images/spare.yaml": kept, ...files })).toStrictEqual(found);
    expect(await check({ ...spare, ...files })).toStrictEqual(found);
  });

  it("needs no comment any more once an environment builds it", async () => {
    const files = { "images/base.yaml": kept, "environments/dev.yaml": exampleProject.environment };
    expect(await check(files)).toStrictEqual(["silence-unused images/base.yaml"]);
  });
});
