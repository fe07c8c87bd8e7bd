import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { App, TerraformStack } from "cdktf";

import { createDocumentFile, outputContext } from "../../src/constructs/document-file";
import { projectFolder } from "../helpers/project-folder";

const sha256 = "ab".repeat(32);
const path = `assets/document/${sha256}/harden.yaml`;

/** What an application makes of a file, and the copy in its output. */
function made(output?: (root: string) => string) {
  const root = projectFolder({ "harden.yaml": "text" });
  const outdir = join(root, "new");
  const context = output === undefined ? {} : { [outputContext]: output(root) };
  const app = new App({ outdir, context });
  const stack = new TerraformStack(app, "dev");
  const file = createDocumentFile(stack, { path: join(root, "harden.yaml"), sha256 });
  app.synth();
  return { file, copy: join(outdir, "stacks/dev", file) };
}

function earlier(text: string) {
  return (root: string): string => {
    const copy = join(root, "old/stacks/dev", path);
    mkdirSync(dirname(copy), { recursive: true });
    writeFileSync(copy, text);
    return join(root, "old");
  };
}

describe("the copy of a document", () => {
  it("is an asset where no output is named", () => {
    const { file, copy } = made();
    expect(file).toBe(path);
    expect(readFileSync(copy, "utf8")).toBe("text");
  });

  it("is made where the output has none", () => {
    const { file, copy } = made((root) => join(root, "old"));
    expect(file).toBe(path);
    expect(readFileSync(copy, "utf8")).toBe("text");
  });

  it("is that of an earlier run where it is the same", () => {
    const { file, copy } = made(earlier("text"));
    expect(file).toBe(path);
    expect(existsSync(copy)).toBe(false);
  });

  it("is made again where somebody has edited it", () => {
    const { file, copy } = made(earlier("edited"));
    expect(file).toBe(path);
    expect(readFileSync(copy, "utf8")).toBe("text");
  });
});
