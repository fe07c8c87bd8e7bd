import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { isOnPath } from "../../src/terraform/on-path";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "on-path-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("a program", () => {
  it("is found anywhere on the PATH, where it can be run", () => {
    writeFileSync(join(folder, "terraform"), "", { mode: 0o755 });
    writeFileSync(join(folder, "moto_server"), "", { mode: 0o644 });
    const environment = { PATH: `/nowhere:${folder}` };
    expect(["terraform", "moto_server"].map((program) => isOnPath(program, environment))).toEqual([true, false]);
  });

  it("is not found without a PATH, unless its path is given", () => {
    const program = join(folder, "terraform");
    writeFileSync(program, "", { mode: 0o755 });
    expect(["terraform", program].map((each) => isOnPath(each, {}))).toEqual([false, true]);
  });
});
