import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const folders: string[] = [];

/** Writes files into a new temporary folder, which goes when the test file ends. A text `-> target` stands for a symbolic link. */
export function projectFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), "golden-images-"));
  folders.push(root);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    const target = typeof text === "string" ? /^-> (.*)$/.exec(text)?.[1] : undefined;
    if (target === undefined) writeFileSync(join(root, file), text);
    else symlinkSync(target, join(root, file));
  }
  return root;
}

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
