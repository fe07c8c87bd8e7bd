import { readdirSync } from "node:fs";
import { join } from "node:path";

import { describeWithTools } from "../helpers/require-tool";
import { repository, synthesised, temporaryFolder, terraformOn } from "./harness";

jest.setTimeout(180_000);

const environments = readdirSync(join(repository, "environments"))
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.replace(/\.yaml$/, ""));

describeWithTools(["terraform"], "the Terraform of an environment", () => {
  const outdir = temporaryFolder();

  beforeAll(async () => {
    await synthesised(repository, outdir);
  });

  it.each(environments)("is valid to Terraform and the AWS provider: %s", async (environment) => {
    const terraform = await terraformOn(outdir, environment);
    await terraform.init({ backend: false });
    await expect(terraform.validate()).resolves.toBeUndefined();
  });
});
