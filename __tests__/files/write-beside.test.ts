import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { writeBeside } from "../../src/files/write-beside";
import { projectFolder } from "../helpers/project-folder";

function fill(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

describe("writeBeside", () => {
  it("replaces the files that are written, and keeps all others", async () => {
    const root = projectFolder({ "out/stacks/a/cdk.tf.json": "old", "out/stacks/a/.terraform/x": "kept" });
    const out = join(root, "out");
    await writeBeside(out, async (temporary) => {
      await Promise.resolve();
      fill(temporary, { "stacks/a/cdk.tf.json": "new", "stacks/a/assets/b": "asset", "manifest.json": "list" });
      expect(readFileSync(join(out, "stacks/a/cdk.tf.json"), "utf8")).toBe("old");
    });
    expect(readFileSync(join(out, "stacks/a/cdk.tf.json"), "utf8")).toBe("new");
    expect(readFileSync(join(out, "stacks/a/assets/b"), "utf8")).toBe("asset");
    expect(readFileSync(join(out, "stacks/a/.terraform/x"), "utf8")).toBe("kept");
    expect(readdirSync(out).sort()).toEqual(["manifest.json", "stacks"]);
  });

  it("leaves all as it was where writing fails, and says so in one sentence with the path", async () => {
    const root = projectFolder({ "out/stacks/a/cdk.tf.json": "old" });
    const out = join(root, "out");
    const full = Object.assign(new Error("ENOSPC: no space left on device, write"), {
      code: "ENOSPC",
      syscall: "write",
    });
    const written = writeBeside(out, async (temporary) => {
      await Promise.resolve();
      fill(temporary, { "stacks/a/cdk.tf.json": "cut" });
      throw full;
    });
    await expect(written).rejects.toThrow(`cannot write ${out}: the disk is full (ENOSPC); nothing was written`);
    expect(readFileSync(join(out, "stacks/a/cdk.tf.json"), "utf8")).toBe("old");
    expect(readdirSync(out)).toEqual(["stacks"]);
  });

  it("leaves no folder behind that it made for nothing", async () => {
    const out = join(projectFolder({}), "out");
    await expect(writeBeside(out, async () => Promise.reject(new Error("refused")))).rejects.toThrow("refused");
    expect(existsSync(out)).toBe(false);
  });

  it("says where a file is in the way of its folder", async () => {
    const root = projectFolder({ out: "a file" });
    const written = writeBeside(join(root, "out"), async () => Promise.resolve());
    await expect(written).rejects.toThrow(/^cannot write .*out.*: .* \((ENOTDIR|EEXIST)\); nothing was written$/);
  });

  it("removes what runs that were killed have left, and nothing of a run that goes on", async () => {
    // No process has the number: Linux gives none above 2^22.
    const root = projectFolder({
      "out/.synthesis.99999999.tmp/stacks/a/cdk.tf.json": "of the dead",
      [`out/.synthesis.${process.ppid}.tmp/cdk.tf.json`]: "of the living",
    });
    await writeBeside(join(root, "out"), async (temporary) => {
      await Promise.resolve();
      fill(temporary, { "manifest.json": "list" });
    });
    expect(readdirSync(join(root, "out")).sort()).toEqual([`.synthesis.${process.ppid}.tmp`, "manifest.json"]);
  });
});
