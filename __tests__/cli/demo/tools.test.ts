import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { runDemo } from "../../../src/cli/demo/run-demo";
import { fakeTerminal } from "../../helpers/fake-terminal";
import { missingTools } from "../../../src/cli/demo/tools";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "demo-tools-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("the tools of the demonstration", () => {
  it("are found anywhere on the PATH, where they can be run", () => {
    writeFileSync(join(folder, "terraform"), "", { mode: 0o755 });
    writeFileSync(join(folder, "moto_server"), "", { mode: 0o644 });
    expect(missingTools(["terraform", "moto_server"], { PATH: `/nowhere:${folder}` })).toEqual(["moto_server"]);
  });

  it("are all missing without a PATH", () => {
    expect(missingTools(["terraform", "moto_server"], {})).toEqual(["terraform", "moto_server"]);
  });

  it("are looked for before anything starts, Terraform first, and named with how to install it", async () => {
    const { terminal, texts } = fakeTerminal({ env: { PATH: folder } });
    const demo = runDemo({ project: folder, stack: "sandbox", terminal });
    await expect(demo).rejects.toThrow(
      /^terraform is not installed or not on the PATH; install Terraform .* or OpenTofu/,
    );
    expect(texts).toEqual({ out: "", err: "" });
  });
});
