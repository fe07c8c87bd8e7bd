import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { hasErrors, inspectProject } from "../../../src/checks/inspect-project";
import { type Edit, editIn, typoIn } from "../../../src/cli/demo/sample-edits";
import { resolveFactories } from "../../../src/project/factories";
import { projectFolder } from "../../helpers/project-folder";
import { copyOfThreeEnvironments } from "../../helpers/three-environments";

async function editsOf(folder: string): Promise<{ typo?: Edit; edit?: Edit }> {
  const { project, lock } = await inspectProject(folder);
  if (lock === undefined) throw new Error("the project has errors");
  const [factory] = resolveFactories(project, lock);
  return factory === undefined ? {} : { typo: typoIn(project, factory), edit: editIn(project, factory) };
}

async function after(folder: string, edit: Edit | undefined) {
  if (edit === undefined) throw new Error("there is no edit");
  writeFileSync(join(folder, edit.file), edit.after);
  const { problems, lock } = await inspectProject(folder);
  writeFileSync(join(folder, edit.file), edit.before);
  return { problems, changes: lock?.changes ?? [] };
}

/** A project without a document of its own, as `init` writes it. */
const libraryOnly = (): string =>
  projectFolder({
    "images/base.yaml":
      "parent: { os: amazon-linux-2023, architecture: x86_64 }\ncomponents: # of the package\n  - golden:linux/update-os\n",
    "environments/dev.yaml": `account: "111122223333"
region: us-east-1
network: { subnet: subnet-0a1b2c3d4e5f60718, securityGroups: [sg-0a1b2c3d4e5f60718] }
images: { base: { schedule: manual } }
`,
  });

describe.each([
  ["a component document of the project", copyOfThreeEnvironments, /^components\//, "unknown-action"],
  [
    "the definition of an image, where the components come with the package",
    libraryOnly,
    /^images\//,
    "component-missing",
  ],
])("the edits of the demonstration, in %s", (_, folderOf, file, code) => {
  it("are a typo that is an error of this file", async () => {
    const folder = folderOf();
    const { typo } = await editsOf(folder);
    expect(typo?.file).toMatch(file);
    const { problems } = await after(folder, typo);
    expect(problems.filter(({ severity }) => severity === "error")).toMatchObject([{ code, file: typo?.file }]);
  });

  it("and a change without an error that asks for new versions", async () => {
    const folder = folderOf();
    const { edit } = await editsOf(folder);
    expect(edit?.file).toMatch(file);
    const { problems, changes } = await after(folder, edit);
    expect(hasErrors(problems)).toBe(false);
    expect(changes).not.toEqual([]);
  });
});
