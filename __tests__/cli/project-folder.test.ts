import { projectFolder, startedProject } from "../../src/cli/project-folder";
import { UsageError } from "../../src/cli/usage-error";
import { projectFolder as temporaryProject } from "../helpers/project-folder";

describe("the project folder", () => {
  const root = temporaryProject({ "inner/file.yaml": "" });

  it("is the current one unless another is named, relative to it or not", () => {
    expect(projectFolder(undefined, root)).toBe(root);
    expect(projectFolder("inner", root)).toBe(`${root}/inner`);
    expect(projectFolder(root, "/")).toBe(root);
  });

  it("has to be a folder", () => {
    expect(() => projectFolder("nowhere", root)).toThrow(UsageError);
    expect(() => projectFolder("inner/file.yaml", root)).toThrow(
      '--project is "inner/file.yaml", which is not a folder',
    );
  });

  it("has to hold something of a project, unless the command starts one", () => {
    expect(() => startedProject("inner", root)).toThrow(
      `there is no project in ${root}/inner: nothing in images/, containers/, environments/, components/ or workflows/; start one with "npm run init", or name its folder with --project`,
    );
    expect(() => startedProject("nowhere", root)).toThrow("which is not a folder");
    for (const file of ["components/linux/a.yaml", "environments/dev.yaml", "versions.lock.json"]) {
      const started = temporaryProject({ [file]: "" });
      expect(startedProject(undefined, started)).toBe(started);
    }
  });
});
