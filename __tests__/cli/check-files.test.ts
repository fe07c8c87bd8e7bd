import { componentUnused } from "../../src/checks/components/component-unused";
import { checkFiles } from "../../src/cli/check-files";
import { documentRules } from "../../src/documents/rules";
import type { Problem } from "../../src/problems/problem";
import { placesOf } from "../helpers/example-rules";

const component = (action: string, comment = "") => `schemaVersion: 1.0
phases:
  - name: build
    steps:
      - name: Update
        action: ${action}
        timeoutSeconds: -1${comment}
`;
const powershell = component("ExecutePowerShell\n        inputs:\n          commands:\n            - exit 0");
const texts: Readonly<Record<string, string>> = {
  "components/linux/update.yaml": component("UpdateOS"),
  "components/linux/typo.yaml": component("UpdateOs"),
  "components/linux/windows.yaml": powershell,
  "/elsewhere/windows.yaml": powershell,
  "silenced.yaml": component("UpdateOS", " # check-ignore endless-step: the mirror is slow"),
  "kept.yaml": `# check-ignore-file component-unused: for later\n${component("UpdateOS", " # check-ignore endless-step: it is slow")}`,
  "workflows/wait.yaml": "schemaVersion: 1.0\nsteps:\n  - name: Wait\n    action: WaitForActoin\n",
  "workflows/test/build.yaml": "schemaVersion: 1.0\nsteps:\n  - name: Distribute\n    action: DistributeImage\n",
  "images/base.yaml": "parent: {}\n",
  "containers/web.yaml": "parent: {}\n",
};

const ofProject: Problem = {
  file: "images/base.yaml",
  line: 1,
  column: 1,
  code: "missing-key",
  severity: "error",
  message: "lacks a key",
  fix: "add it",
};

async function check(files: readonly string[], platform?: "Linux" | "Windows") {
  const project = jest.fn(() =>
    Promise.resolve([
      ofProject,
      ...["images/other.yaml", "containers/web.yaml"].map((file) => ({ ...ofProject, file })),
    ]),
  );
  const readBytes = (file: string) => (texts[file] === undefined ? undefined : Buffer.from(texts[file]));
  const rules = jest.fn(() => Promise.resolve([...documentRules, componentUnused]));
  const { problems, checked } = await checkFiles(files, platform, { root: "/project", readBytes, project, rules });
  return { places: placesOf(problems), checked, project, rules };
}

describe("checking single files", () => {
  it("says what each file was taken for", async () => {
    const { checked } = await check([
      "components/linux/update.yaml",
      "/elsewhere/windows.yaml",
      "workflows/test/build.yaml",
      "workflows/wait.yaml",
      "images/base.yaml",
      "missing.yaml",
    ]);
    expect(checked).toStrictEqual([
      "components/linux/update.yaml: a component document for Linux",
      "/elsewhere/windows.yaml: a component document for Windows",
      "workflows/test/build.yaml: a test workflow document",
      "workflows/wait.yaml: a workflow document",
      "images/base.yaml: an image, held against the whole project",
    ]);
  });

  it("loads all rules only where a comment may name one of them", async () => {
    expect((await check(["components/linux/typo.yaml"])).rules).not.toHaveBeenCalled();
    expect((await check(["silenced.yaml"])).rules).toHaveBeenCalled();
  });

  it("checks component and workflow documents by themselves", async () => {
    const { places, project } = await check(["components/linux/typo.yaml", "workflows/wait.yaml"]);
    expect(places).toEqual(
      expect.arrayContaining([
        { file: "components/linux/typo.yaml", line: 6, column: 17, code: "unknown-action" },
        { file: "components/linux/typo.yaml", line: 7, column: 25, code: "endless-step" },
        { file: "workflows/wait.yaml", line: 4, column: 13, code: "workflow-action" },
      ]),
    );
    expect(places).toHaveLength(3);
    expect(project).not.toHaveBeenCalled();
  });

  it("names files of the project from its folder, and others as they were given", async () => {
    const { places } = await check(["/project/components/linux/update.yaml", "./components/linux/update.yaml"]);
    expect(places).toStrictEqual([{ file: "components/linux/update.yaml", line: 7, column: 25, code: "endless-step" }]);
    expect((await check(["/elsewhere/windows.yaml"], "Linux")).places[0]?.file).toBe("/elsewhere/windows.yaml");
  });

  it("takes the platform of the option, else of the folder, else of the actions", async () => {
    const codes = async (file: string, platform?: "Linux" | "Windows") =>
      (await check([file], platform)).places.map(({ code }) => code);
    expect(await codes("/elsewhere/windows.yaml")).toStrictEqual(["endless-step"]);
    expect(await codes("/elsewhere/windows.yaml", "Linux")).toContain("wrong-platform");
    expect(await codes("components/linux/windows.yaml")).toContain("wrong-platform");
    expect(await codes("components/linux/windows.yaml", "Windows")).toStrictEqual(["endless-step"]);
  });

  it("heeds comments that silence a rule", async () => {
    expect((await check(["silenced.yaml"])).places).toStrictEqual([]);
  });

  it("takes no comment for idle whose rule only the whole project can break", async () => {
    expect((await check(["kept.yaml"])).places).toStrictEqual([]);
  });

  it("takes the type of a workflow of its folder", async () => {
    const { places } = await check(["workflows/test/build.yaml"]);
    expect(places.map(({ line, code }) => `${line} ${code}`)).toContain("4 workflow-stage");
  });

  it("checks definitions with the project, and gives what is about them alone", async () => {
    expect((await check(["images/base.yaml"])).places).toStrictEqual(placesOf([ofProject]));
    expect((await check(["containers/web.yaml"])).places.map(({ file }) => file)).toStrictEqual([
      "containers/web.yaml",
    ]);
  });

  it.each(["gone.yaml", "images/gone.yaml"])("says that %s cannot be read", async (file) => {
    expect((await check([file])).places).toStrictEqual([{ file, line: 1, column: 1, code: "file-missing" }]);
  });
});
