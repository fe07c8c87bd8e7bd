import { describeWithTools } from "../../helpers/require-tool";
import { repository, synthesised, temporaryFolder, terraformOn } from "../harness";
import { shippedEnvironments } from "./shipped-environments";

jest.setTimeout(180_000);

describeWithTools(["terraform"], "the Terraform of an environment", () => {
  const outdir = temporaryFolder();

  beforeAll(async () => {
    await synthesised(repository, outdir);
  });

  it.each(shippedEnvironments)("is valid to Terraform and the AWS provider: %s", async (environment) => {
    const terraform = await terraformOn(outdir, environment);
    await terraform.init({ backend: false });
    await expect(terraform.validate()).resolves.toBeUndefined();
  });
});
