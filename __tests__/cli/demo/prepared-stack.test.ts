import { readFileSync } from "node:fs";
import { join } from "node:path";

import { liftedGuardsFile } from "../../../src/cli/demo/lift-guards";
import { preparedStack } from "../../../src/cli/demo/prepared-stack";
import { projectFolder } from "../../helpers/project-folder";

describe("a stack that is prepared for a local AWS", () => {
  const outdir = projectFolder({
    "stacks/prod/cdk.tf.json": JSON.stringify({ provider: { aws: [{ allowed_account_ids: ["210987654321"] }] } }),
  });

  it("keeps its state beside it, and tells its account", async () => {
    const path = join(outdir, "stacks", "prod");
    expect(await preparedStack(outdir, "prod")).toMatchObject({
      path,
      account: "210987654321",
      content: { provider: { aws: [{ allowed_account_ids: ["210987654321"] }] } },
    });
    expect(JSON.parse(readFileSync(join(path, "backend_override.tf.json"), "utf8"))).toEqual({
      terraform: { backend: { local: { path: "terraform.tfstate" } } },
    });
  });

  it("can be destroyed, also what it guards", async () => {
    const guarded = { aws_s3_bucket: { logs: { lifecycle: { prevent_destroy: true } } } };
    const content = { provider: { aws: [{ allowed_account_ids: ["1"] }] }, resource: guarded };
    const folder = projectFolder({ "stacks/prod/cdk.tf.json": JSON.stringify(content) });
    const { path } = await preparedStack(folder, "prod");
    expect(readFileSync(join(path, liftedGuardsFile), "utf8")).toContain("logs");
  });

  it("has to exist", async () => {
    await expect(preparedStack(outdir, "prdo")).rejects.toThrow('there is no environment "prdo"; did you mean "prod"?');
  });
});
