/**
 * Environment variables that Terraform and its providers need from the machine. None of them selects an account or sets a Terraform
 * variable.
 */
const passed = [
  "PATH",
  "HOME",
  "USERPROFILE",
  "APPDATA",
  "SystemRoot",
  "TMPDIR",
  "TMP",
  "TEMP",
  "XDG_DATA_HOME",
  "TERRAFORM_BINARY_NAME",
  "TF_PLUGIN_CACHE_DIR",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
  "GOGC",
  "GOMEMLIMIT",
  ...["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY"].flatMap((name) => [name, name.toLowerCase()]),
];

/**
 * Returns the environment of a Terraform process. Only listed variables are passed on: an `AWS_PROFILE`, `TF_VAR_…` or `TF_CLI_ARGS` of the
 * user's shell must not decide what Terraform does or in which account.
 *
 * @param extra variables to add
 */
export function terraformEnvironment(environment: NodeJS.ProcessEnv, extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const kept = passed.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]]));
  return {
    ...(Object.fromEntries(kept) as NodeJS.ProcessEnv),
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
    TF_INPUT: "0",
    ...extra,
  };
}
