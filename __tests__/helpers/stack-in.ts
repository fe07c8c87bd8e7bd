import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, LocalBackend, TerraformStack } from "cdktf";

/** Writes a stack of constructs in the same way as the application. It can be applied in `<outdir>/stacks/<name>`. */
export function stackIn(outdir: string, name: string, build: (stack: TerraformStack) => void): void {
  const app = new App({ outdir, stackTraces: false });
  const stack = new TerraformStack(app, name);
  new LocalBackend(stack, { path: "terraform.tfstate" });
  new AwsProvider(stack, "aws", { region: "us-east-1" });
  stack.addOverride("terraform.required_providers.aws.version", "~> 5.100");
  build(stack);
  app.synth();
}
