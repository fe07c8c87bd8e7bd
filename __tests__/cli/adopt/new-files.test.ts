import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { existingFiles, writeNewFiles } from "../../../src/cli/adopt/new-files";

describe("new files", () => {
  let root = "";
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "golden-images-new-files-"));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it("are written with their folders, byte for byte", async () => {
    const text = "a: 1\r\nb: ü\n";
    await writeNewFiles(
      root,
      new Map([
        ["images/a.yaml", text],
        ["components/linux/b.yaml", ""],
      ]),
    );
    expect(readFileSync(join(root, "images/a.yaml"), "utf8")).toBe(text);
    expect(readdirSync(join(root, "components/linux"))).toStrictEqual(["b.yaml"]);
  });

  it("never overwrite a file, and then leave nothing behind", async () => {
    mkdirSync(join(root, "images"));
    writeFileSync(join(root, "images/b.yaml"), "mine");
    const files = new Map([
      ["images/a.yaml", "a"],
      ["components/linux/c.yaml", "c"],
      ["images/b.yaml", "b"],
    ]);
    await expect(writeNewFiles(root, files)).rejects.toThrow(
      /there is something else already .*; nothing was written$/,
    );
    expect(readFileSync(join(root, "images/b.yaml"), "utf8")).toBe("mine");
    expect(readdirSync(join(root, "images"))).toStrictEqual(["b.yaml"]);
    expect(existsSync(join(root, "components"))).toBe(false);
  });

  it("say which of them are there", async () => {
    writeFileSync(join(root, "a"), "");
    expect(await existingFiles(root, ["a", "b"])).toStrictEqual(["a"]);
  });
});
