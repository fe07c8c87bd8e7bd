import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { TerraformError } from "../../src/terraform/run-terraform";
import { unfinishedInTheWay } from "../../src/terraform/unfinished";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "unfinished-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A program called terraform whose state has these resources. */
function stateWith(...resources: readonly object[]): { folder: string; environment: NodeJS.ProcessEnv } {
  writeFileSync(join(folder, "state"), JSON.stringify({ values: { root_module: { resources } } }));
  writeFileSync(join(folder, "terraform"), `#!/bin/sh\ncat "${join(folder, "state")}"\n`, { mode: 0o755 });
  return { folder, environment: { PATH: `${folder}:/usr/bin:/bin` } };
}

/** As Terraform 1.11 says it. */
const guarded = (...addresses: readonly string[]) =>
  new TerraformError(
    "terraform plan",
    1,
    addresses.map((address) => ({
      severity: "error",
      summary: "Instance cannot be destroyed",
      detail: `Resource ${address} has lifecycle.prevent_destroy set, but the plan calls for this resource to be destroyed.`,
    })),
  );

describe("what keeps Terraform from making a plan", () => {
  it("is what it would destroy because its creation did not finish", async () => {
    const state = stateWith({ address: "aws_s3_bucket.logs", tainted: true }, { address: "aws_s3_bucket.documents" });
    const error = guarded("aws_s3_bucket.logs", "aws_s3_bucket.documents");
    expect(await unfinishedInTheWay(error, state)).toEqual(["aws_s3_bucket.logs"]);
  });

  it("is nothing where it would destroy it for another reason, or there is no state", async () => {
    expect(await unfinishedInTheWay(guarded("aws_s3_bucket.logs"), stateWith())).toEqual([]);
    writeFileSync(join(folder, "state"), "{}");
    const without = { folder, environment: { PATH: `${folder}:/usr/bin:/bin` } };
    expect(await unfinishedInTheWay(guarded("aws_s3_bucket.logs"), without)).toEqual([]);
  });

  it("is nothing where the plan fails for another reason, and Terraform is not asked", async () => {
    const nowhere = { folder, environment: { PATH: "/nowhere" } };
    const refused = new TerraformError("terraform plan", 1, [{ severity: "error", summary: "no", detail: "" }]);
    expect(await unfinishedInTheWay(refused, nowhere)).toEqual([]);
    expect(await unfinishedInTheWay(new Error("Resource a.b has lifecycle.prevent_destroy set"), nowhere)).toEqual([]);
  });
});
