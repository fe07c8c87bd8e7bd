import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { existingFiles, writeNewFile, writeNewFiles } from "../../src/files/new-files";

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
    await expect(writeNewFiles(root, files, { keeping: false })).rejects.toThrow(
      /there is something else already .*; nothing was written$/,
    );
    expect(readFileSync(join(root, "images/b.yaml"), "utf8")).toBe("mine");
    expect(readdirSync(join(root, "images"))).toStrictEqual(["b.yaml"]);
    expect(existsSync(join(root, "components"))).toBe(false);
  });

  it("are written beside those that are there, where these may stay", async () => {
    writeFileSync(join(root, "a"), "mine");
    const files = new Map([
      ["a", "theirs"],
      ["b", "theirs"],
    ]);
    expect(await writeNewFiles(root, files)).toEqual({ written: ["b"], kept: ["a"] });
    expect([readFileSync(join(root, "a"), "utf8"), readFileSync(join(root, "b"), "utf8")]).toEqual(["mine", "theirs"]);
    expect(readdirSync(root)).toEqual(["a", "b"]);
  });

  it("are none where one cannot be written, and what was there before stays, empty folders too", async () => {
    mkdirSync(join(root, "images"));
    writeFileSync(join(root, "components"), "no folder");
    const files = new Map([
      ["images/a.yaml", "a"],
      ["environments/b.yaml", "b"],
      ["components/c.yaml", "c"],
    ]);
    await expect(writeNewFiles(root, files)).rejects.toThrow(/components.*; nothing was written$/);
    expect(readdirSync(root).sort()).toEqual(["components", "images"]);
    expect(readdirSync(join(root, "images"))).toEqual([]);
  });

  it("can be one alone, which says whether it was written", async () => {
    const path = join(root, "state", "dev.tfstate");
    expect(await writeNewFile(path, "first", 0o600)).toBe(true);
    expect(await writeNewFile(path, "second")).toBe(false);
    expect(readFileSync(path, "utf8")).toBe("first");
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("say which of them are there", async () => {
    writeFileSync(join(root, "a"), "");
    expect(await existingFiles(root, ["a", "b"])).toStrictEqual(["a"]);
  });
});
