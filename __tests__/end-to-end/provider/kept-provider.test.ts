import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { type Sandbox, startSandbox } from "../../../sandbox/start";
import { sandboxCredentials } from "../../../src/cli/sandbox/sandbox-credentials";
import { terraformEnvironment } from "../../../src/terraform/environment";
import { providerInstallation } from "../../../src/terraform/provider-mirror";
import { type Terraform, terraformIn } from "../../../src/terraform/terraform";
import { describeWithTools } from "../../helpers/require-tool";
import { temporaryFolder } from "../harness";
import { keptProvider } from "./kept-provider";

/** A topic in each of two regions, by two configurations of one provider. */
const stack = (first: string, second: string) =>
  JSON.stringify({
    terraform: { required_providers: { aws: { source: "hashicorp/aws", version: "~> 5.100" } } },
    provider: { aws: [{ region: first }, { alias: "second", region: second }] },
    resource: {
      aws_sns_topic: { first: { name: "first" }, second: { name: "second", provider: "aws.second" } },
    },
  });

/** The tests follow each other: each finds what the one before has left. */
describeWithTools(["terraform", "moto_server"], "a provider that stays", () => {
  const folder = temporaryFolder();
  const write = (text: string): void => {
    writeFileSync(join(folder, "main.tf.json"), text);
  };
  let sandbox: Sandbox;
  let variables: NodeJS.ProcessEnv;
  let terraform: Terraform;

  const topics = async () => {
    const { values } = (await terraform.show()) as { values: { root_module: { resources: { values: object }[] } } };
    return values.root_module.resources.map((each) => (each.values as { arn: string }).arn);
  };

  beforeAll(async () => {
    sandbox = await startSandbox({ environment: process.env });
    variables = {
      ...(await providerInstallation(process.env, temporaryFolder())),
      ...sandboxCredentials(sandbox.endpoint, temporaryFolder()),
      ...keptProvider(),
    };
    terraform = terraformIn({ folder, environment: terraformEnvironment(process.env, variables) });
    write(stack("us-east-1", "eu-central-1"));
    await terraform.init();
  });
  afterAll(() => sandbox.stop());

  it("acts on each of several configurations", async () => {
    await terraform.apply();
    expect(await topics()).toEqual([
      "arn:aws:sns:us-east-1:123456789012:first",
      "arn:aws:sns:eu-central-1:123456789012:second",
    ]);
    expect((await terraform.plan()).empty).toBe(true);
  });

  it("acts on a configuration as it is, not as it was", async () => {
    write(stack("us-east-1", "us-west-2"));
    await terraform.apply();
    expect((await topics())[1]).toBe("arn:aws:sns:us-west-2:123456789012:second");
    expect((await terraform.plan()).empty).toBe(true);
  });

  it("acts on the variables of each Terraform", async () => {
    const another = await startSandbox({ account: "210987654321", environment: process.env });
    try {
      const other = terraformEnvironment(process.env, { ...variables, AWS_ENDPOINT_URL: another.endpoint });
      const { changes } = await terraformIn({ folder, environment: other }).plan();
      // Nothing of all this is there.
      expect(changes.map(({ action }) => action)).toEqual(["create", "create"]);
    } finally {
      await another.stop();
    }
  });

  it("says what the provider says of a mistake", async () => {
    write(stack("us-east-1", "us-west-2").replace('"name":"second"', '"name":"a b"'));
    await expect(terraform.plan()).rejects.toThrow("invalid topic name: a b (aws_sns_topic.second)");
    write(stack("us-east-1", "nowhere"));
    await expect(terraform.plan()).rejects.toThrow(/invalid AWS Region: nowhere/i);
  });
});
