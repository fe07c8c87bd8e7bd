import { terraformEnvironment } from "../../terraform/environment";

/**
 * The environment of a Terraform that works for the user: with their credentials for AWS and for Terraform's own registries. What would change
 * the plan itself (`TF_VAR_…`, `TF_CLI_ARGS…`, `TF_WORKSPACE`) stays out, so that the same commit gives the same plan.
 */
export function userEnvironment(environment: NodeJS.ProcessEnv, extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => /^(AWS_|TF_TOKEN_|TF_LOG)/.test(name));
  return terraformEnvironment(environment, { ...Object.fromEntries(kept), ...extra });
}
