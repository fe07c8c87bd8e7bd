import { checkProject } from "../../src/checks/check-project";
import { exampleProject } from "../../src/definitions/rules";
import { loadProject } from "../../src/project/load-project";
import { projectFolder } from "../helpers/project-folder";

const builder = exampleProject.environment.replace("123456789012", "210987654321");
const receiver = 'account: "123456789012"\nregion: us-east-1\nconsumer: { from: { prod: { images: { base: {} } } } }\n';
const sharing = `${builder}    distribute:\n      - region: us-east-1\n        share: { accounts: ["123456789012"] }\n`;

async function codes(files: Readonly<Record<string, string>>): Promise<string[]> {
  const project = await loadProject(projectFolder({ "images/base.yaml": exampleProject.image, ...files }));
  return checkProject(project).map(({ file, line, code }) => `${file}:${line} ${code}`);
}

describe("two environments in one account and region", () => {
  it("are one too many where both build", async () => {
    const { environment } = exampleProject;
    expect(await codes({ "environments/dev.yaml": environment, "environments/test.yaml": environment })).toEqual([
      "environments/test.yaml:1 duplicate-place",
    ]);
  });

  it("may be one that builds and one that receives", async () => {
    expect(
      await codes({
        "environments/dev.yaml": exampleProject.environment,
        "environments/prod.yaml": sharing,
        "environments/team.yaml": receiver,
      }),
    ).toEqual([]);
  });
});
