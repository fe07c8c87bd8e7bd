import { userEnvironment } from "../../src/terraform/user-environment";

describe("the environment of a Terraform that acts for the user", () => {
  it.each([
    "AWS_PROFILE",
    "TF_TOKEN_app_terraform_io",
    "TF_LOG_PROVIDER",
    "TF_HTTP_USERNAME",
    "TF_HTTP_PASSWORD",
    "TF_HTTP_CLIENT_CERTIFICATE_PEM",
    "TF_HTTP_CLIENT_PRIVATE_KEY_PEM",
    "TF_HTTP_CLIENT_CA_CERTIFICATE_PEM",
    "PG_CONN_STR",
    "PGPASSWORD",
    "GOOGLE_BACKEND_CREDENTIALS",
    "ARM_ACCESS_KEY",
    "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
    "CONSUL_HTTP_TOKEN",
    "KUBE_CONFIG_PATH",
    "KUBE_TOKEN",
    "ALICLOUD_ACCESS_KEY",
    "TENCENTCLOUD_SECRET_KEY",
  ])("has the credentials in %s", (name) => {
    expect(userEnvironment({ [name]: "x" })).toHaveProperty(name, "x");
  });

  it.each([
    "TF_WORKSPACE",
    "TF_VAR_region",
    "TF_CLI_ARGS_plan",
    "TF_DATA_DIR",
    "TF_HTTP_ADDRESS",
    "PG_SCHEMA_NAME",
    "PGDATABASE",
    "KUBE_NAMESPACE",
    "CONSUL_HTTP_ADDR",
    "CDKTF_CONTEXT_JSON",
  ])("does not hear of %s", (name) => {
    expect(userEnvironment({ [name]: "x" })).not.toHaveProperty(name);
  });

  it("hears first what the caller says", () => {
    expect(userEnvironment({ AWS_REGION: "eu-west-1" }, { AWS_REGION: "us-east-1" }).AWS_REGION).toBe("us-east-1");
  });
});
