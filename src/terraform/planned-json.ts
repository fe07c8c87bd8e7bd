import { runTerraform, type TerraformOptions } from "./run-terraform";

/**
 * Runs `terraform plan` and saves the plan.
 *
 * @param file of the plan
 * @param args more arguments of `terraform plan`
 * @returns the output of `terraform show -json` for the plan
 */
export async function plannedJson(
  options: TerraformOptions,
  file: string,
  args: readonly string[] = [],
): Promise<string> {
  await runTerraform(options, ["plan", "-json", `-out=${file}`, ...args]);
  const { stdout } = await runTerraform({ ...options, onLine: undefined }, ["show", "-json", file]);
  return stdout;
}
