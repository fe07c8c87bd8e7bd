import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { runDemo } from "../../../src/cli/demo/run-demo";
import { fakeTerminal } from "../../helpers/fake-terminal";

it("looks for Terraform before anything starts, and says how to install it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "demo-"));
  const { terminal, texts } = fakeTerminal({ env: { PATH: folder } });
  try {
    const demo = runDemo({ project: folder, stack: "sandbox", terminal });
    await expect(demo).rejects.toThrow(
      /^terraform is not installed or not on the PATH; install Terraform .* or OpenTofu/,
    );
    expect(texts).toEqual({ out: "", err: "" });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
