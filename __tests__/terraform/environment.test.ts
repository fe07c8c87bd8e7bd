import { terraformEnvironment } from "../../src/terraform/environment";

describe("the environment of Terraform", () => {
  it("knows the way to programs and through a proxy, and never asks or phones home", () => {
    expect(terraformEnvironment({ PATH: "/bin", HOME: "/home/me", https_proxy: "http://proxy" })).toEqual({
      PATH: "/bin",
      HOME: "/home/me",
      https_proxy: "http://proxy",
      CHECKPOINT_DISABLE: "1",
      TF_IN_AUTOMATION: "1",
      TF_INPUT: "0",
    });
  });

  it.each([
    "AWS_PROFILE",
    "AWS_ACCESS_KEY_ID",
    "CDKTF_OUTDIR",
    "TF_VAR_region",
    "TF_CLI_ARGS",
    "TF_WORKSPACE",
    "TF_LOG",
  ])("does not hear of the shell's %s", (name) => {
    expect(terraformEnvironment({ [name]: "x" })).not.toHaveProperty(name);
  });

  it("hears what the caller says", () => {
    expect(terraformEnvironment({ AWS_REGION: "eu-west-1" }, { AWS_REGION: "us-east-1" })).toMatchObject({
      AWS_REGION: "us-east-1",
    });
  });
});
