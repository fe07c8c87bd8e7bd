import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { terraformBinary } from "../../src/terraform/binary";
import { runTerraform, TerraformMissingError } from "../../src/terraform/run-terraform";
import { projectFolder } from "../helpers/project-folder";

function path(...programs: readonly string[]): string {
  const folder = join(projectFolder({}), "bin");
  mkdirSync(folder);
  for (const program of programs) writeFileSync(join(folder, program), '#!/bin/sh\necho "$0 $*"\n', { mode: 0o755 });
  return folder;
}

describe("the program that deploys", () => {
  it.each([
    ["Terraform where both are there", ["terraform", "tofu"], {}, "terraform"],
    ["OpenTofu where it alone is", ["tofu"], {}, "tofu"],
    ["Terraform where neither is, for the message", [], {}, "terraform"],
    ["what the variable of the CDKTF CLI says", ["terraform"], { TERRAFORM_BINARY_NAME: "tofu" }, "tofu"],
    ["Terraform where the variable is empty", ["terraform"], { TERRAFORM_BINARY_NAME: "" }, "terraform"],
  ])("is %s", (_, programs, variables, expected) => {
    expect(terraformBinary({ PATH: path(...programs), ...variables })).toBe(expected);
  });

  it("is the one that is run", async () => {
    const folder = path("tofu");
    const { stdout } = await runTerraform({ folder, environment: { PATH: `${folder}:/bin:/usr/bin` } }, ["version"]);
    expect(stdout).toBe(`${join(folder, "tofu")} version`);
  });

  it("is named where it is missing", async () => {
    const run = runTerraform(
      { folder: path(), environment: { PATH: "/bin", TERRAFORM_BINARY_NAME: "terraform-1.5" } },
      [],
    );
    await expect(run).rejects.toThrow(TerraformMissingError);
    await expect(run).rejects.toThrow(/^terraform-1\.5 is not installed or not on the PATH; install Terraform/);
  });
});
