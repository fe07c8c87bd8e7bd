import { terraformEnvironment } from "./environment";

/**
 * Variables with credentials, and `TF_LOG…`. For AWS, Google, Azure, Alibaba and Tencent they are all variables with the prefix of the cloud.
 * Of the others, variables that choose the place of a state (`TF_HTTP_ADDRESS`, `PG_SCHEMA_NAME`, `KUBE_NAMESPACE`) are not among them.
 *
 * Source: Terraform's documentation of each back end, and of "CLI configuration" for `TF_TOKEN_…`.
 */
const credentials = [
  /^(AWS|GOOGLE|ARM|ALICLOUD|ALIBABA_CLOUD|TENCENTCLOUD|TF_TOKEN)_/,
  /^TF_LOG/,
  /^TF_HTTP_(USERNAME|PASSWORD|CLIENT_CERTIFICATE_PEM|CLIENT_PRIVATE_KEY_PEM|CLIENT_CA_CERTIFICATE_PEM)$/,
  /^(PG_CONN_STR|PGUSER|PGPASSWORD|PGPASSFILE|PGSSLMODE|PGSSLCERT|PGSSLKEY|PGSSLROOTCERT)$/,
  /^CONSUL_(HTTP_TOKEN|HTTP_AUTH|CACERT|CLIENT_CERT|CLIENT_KEY)$/,
  /^KUBE_(CONFIG_PATHS?|USER|PASSWORD|TOKEN|CLIENT_CERT_DATA|CLIENT_KEY_DATA|CLUSTER_CA_CERT_DATA)$/,
  // A pipeline of GitHub or Azure signs in to Azure with these.
  /^(ACTIONS_ID_TOKEN_REQUEST_(TOKEN|URL)|SYSTEM_ACCESSTOKEN|SYSTEM_OIDCREQUESTURI)$/,
];

/**
 * Returns the environment variables of a Terraform process that acts for the user, with the user's credentials for AWS, for Terraform's
 * registries and for the back end of the state. Variables that would change the plan (`TF_VAR_…`, `TF_CLI_ARGS…`, `TF_WORKSPACE`) are left
 * out, so that the same commit gives the same plan.
 */
export function userEnvironment(environment: NodeJS.ProcessEnv, extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => credentials.some((pattern) => pattern.test(name)));
  return terraformEnvironment(environment, { ...Object.fromEntries(kept), ...extra });
}
