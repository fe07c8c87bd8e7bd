import { existsSync } from "node:fs";
import { join } from "node:path";

import { makeFolder } from "../../src/files/make-folder";
import { projectFolder } from "../helpers/project-folder";

describe("making a folder", () => {
  it("makes those above it, and says which was the first", async () => {
    const root = projectFolder({});
    const path = join(root, "a", "b", "c");
    expect(await makeFolder(path)).toBe(join(root, "a"));
    expect(await makeFolder(path)).toBeUndefined();
    expect(existsSync(path)).toBe(true);
  });

  it("fails with the reason where a part of the path is a file", async () => {
    const root = projectFolder({ file: "" });
    await expect(makeFolder(join(root, "file", "a"))).rejects.toMatchObject({ code: "ENOTDIR" });
  });
});
