import { isOnPath } from "./on-path";

/**
 * Returns the name of the program to run: the value of `TERRAFORM_BINARY_NAME` (as for the CDKTF CLI), else `terraform`, else `tofu` if
 * only OpenTofu is on the PATH. The program may be missing.
 */
export function terraformBinary(environment: NodeJS.ProcessEnv): string {
  const { TERRAFORM_BINARY_NAME: said } = environment;
  if (said !== undefined && said !== "") return said;
  return !isOnPath("terraform", environment) && isOnPath("tofu", environment) ? "tofu" : "terraform";
}

/** Returns one sentence that says how to install Terraform or OpenTofu. */
export function howToInstallTerraform(program: string): string {
  return `${program} is not installed or not on the PATH; install Terraform (https://developer.hashicorp.com/terraform/install) or OpenTofu (https://opentofu.org/docs/intro/install), or name the program in TERRAFORM_BINARY_NAME`;
}
