import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import { writeAtomically } from "../../src/files/write-atomically";
import { projectFolder } from "../helpers/project-folder";

describe("writeAtomically", () => {
  it("replaces the file and leaves nothing else behind", async () => {
    const root = projectFolder({ "a.json": "old" });
    await writeAtomically(join(root, "a.json"), "new");
    expect(readFileSync(join(root, "a.json"), "utf8")).toBe("new");
    expect(readdirSync(root)).toEqual(["a.json"]);
  });

  it("writes into what is no file, such as a pipe or a device, and leaves it there", async () => {
    await writeAtomically("/dev/null", "new");
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  it("names the file that was asked for, and not the one that it writes beside it", async () => {
    const path = join(projectFolder({}), "missing", "a.json");
    await expect(writeAtomically(path, "new")).rejects.toThrow(
      `cannot write ${path}: a folder of the path is missing (ENOENT); ${path} is unchanged`,
    );
  });

  it("leaves nothing behind where it fails", async () => {
    const root = projectFolder({});
    mkdirSync(join(root, "a.json"));
    await expect(writeAtomically(join(root, "a.json"), "new")).rejects.toThrow("EISDIR");
    expect(readdirSync(root)).toEqual(["a.json"]);
  });
});
