import { existsSync, readdirSync } from "node:fs";
import { dirname, join, sep } from "node:path";

const root = join(__dirname, "../..");

/** What is about more than one folder of the code, or about none: CONTRIBUTING.md says what each is. */
const others = ["benchmarks", "components", "end-to-end", "iam", "project-itself", "helpers", "scripts"];

/** Tests of the real provider against the sandbox. */
const ofPrograms = ["sandbox/provider"];

function testFolders(): string[] {
  const files = readdirSync(join(root, "__tests__"), { recursive: true, encoding: "utf8" });
  const folders = files.filter((file) => file.endsWith(".test.ts")).map((file) => dirname(file).split(sep).join("/"));
  return [...new Set(folders)].filter((folder) => !others.includes(folder.split("/")[0] ?? ""));
}

describe("the folders of the tests", () => {
  it("are those of the code", () => {
    const astray = testFolders().filter(
      (folder) => !existsSync(join(root, "src", folder)) && !existsSync(join(root, folder)),
    );
    expect(astray).toEqual(ofPrograms);
  });

  it("are else what CONTRIBUTING.md says they are", () => {
    expect(others.filter((folder) => !existsSync(join(root, "__tests__", folder)))).toEqual([]);
  });
});
