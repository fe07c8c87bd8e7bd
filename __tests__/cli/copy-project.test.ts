import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { copyProject } from "../../src/cli/copy-project";
import { projectFolder } from "../helpers/project-folder";

describe("the copy of a project", () => {
  it("has the files of the project and its Dockerfile templates, and neither states nor anything else", async () => {
    const files = ["images/base.yaml", "terraform/dev/more.tf", "versions.lock.json", "docker/Dockerfile"];
    const others = ["state/dev.tfstate", "cdktf.out/manifest.json", "node_modules/a/index.js", "main.ts"];
    const project = projectFolder(Object.fromEntries([...files, ...others].map((file) => [file, `# ${file}\n`])));
    const copy = join(mkdtempSync(join(tmpdir(), "working-copy-")), "project");
    await copyProject(project, ["docker/Dockerfile"], copy);
    expect(files.map((file) => readFileSync(join(copy, file), "utf8"))).toEqual(files.map((file) => `# ${file}\n`));
    expect(others.filter((file) => existsSync(join(copy, file)))).toEqual([]);
  });
});
