import { isOnPath } from "./on-path";

/**
 * The program to run: what `TERRAFORM_BINARY_NAME` says, as the CDKTF CLI reads it, else terraform, else OpenTofu where that alone is on the PATH.
 * It may not be there.
 */
export function terraformBinary(environment: NodeJS.ProcessEnv): string {
  const { TERRAFORM_BINARY_NAME: said } = environment;
  if (said !== undefined && said !== "") return said;
  return !isOnPath("terraform", environment) && isOnPath("tofu", environment) ? "tofu" : "terraform";
}

/** One sentence for whoever lacks it. */
export function howToInstallTerraform(program: string): string {
  return `${program} is not installed or not on the PATH; install Terraform (https://developer.hashicorp.com/terraform/install) or OpenTofu (https://opentofu.org/docs/intro/install), or name the program in TERRAFORM_BINARY_NAME`;
}
