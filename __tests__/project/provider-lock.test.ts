import { wantedProvider } from "../../src/project/provider-lock";
import { projectFolder } from "../helpers/project-folder";

const stack = { "cdk.tf.json": '{ "terraform": { "required_providers": { "aws": { "version": "~> 6.0" } } } }' };
const lock = 'provider "registry.terraform.io/hashicorp/aws" {\n  version     = "6.2.1"\n  constraints = "~> 6.0"\n}\n';

describe("the provider that a stack needs", () => {
  it("fits its constraint", async () => {
    expect(await wantedProvider(projectFolder(stack))).toBe("~> 6.0");
  });

  it("has the version in its lock file, if it has one", async () => {
    expect(await wantedProvider(projectFolder({ ...stack, ".terraform.lock.hcl": lock }))).toBe("6.2.1");
  });
});
