import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { givenState } from "../../../src/cli/adopt/given-state";

describe("what --from names", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "golden-images-given-state-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (...files: readonly (readonly [file: string, text: string])[]): void => {
    for (const [file, text] of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
  };

  it("is a file, there or not: reading it tells", async () => {
    const from = join(folder, "before.tfstate");
    expect(await givenState(from)).toStrictEqual({ from });
  });

  it("is a folder with its state, whose code is read as well", async () => {
    write(["terraform.tfstate", "{}"]);
    expect(await givenState(folder)).toStrictEqual({ from: join(folder, "terraform.tfstate"), terraform: folder });
  });

  it("is a folder with the state of the workspace that is chosen", async () => {
    const ofWorkspace = "terraform.tfstate.d/prod/terraform.tfstate";
    write(["terraform.tfstate", "{}"], [".terraform/environment", "prod"]);
    await expect(givenState(folder)).rejects.toThrow(`there is no ${ofWorkspace}`);
    write([ofWorkspace, "{}"]);
    expect(await givenState(folder)).toStrictEqual({ from: join(folder, ofWorkspace), terraform: folder });
  });

  it("is refused where the folder keeps its state elsewhere", async () => {
    await expect(givenState(folder)).rejects.toThrow("terraform state pull > before.tfstate");
  });
});
