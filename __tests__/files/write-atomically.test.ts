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

  it("leaves nothing behind where it fails", async () => {
    const root = projectFolder({});
    mkdirSync(join(root, "a.json"));
    await expect(writeAtomically(join(root, "a.json"), "new")).rejects.toThrow("EISDIR");
    expect(readdirSync(root)).toEqual(["a.json"]);
  });
});
