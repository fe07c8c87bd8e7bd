import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

import { type Sandbox, startSandbox } from "../../../sandbox/start";
import { describeWithTools } from "../../helpers/require-tool";

const account = "123456789012";

interface Ami {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** What the script prints. */
interface Left {
  readonly arn: string;
  readonly state: unknown;
  readonly amis: readonly { readonly image: string; readonly region: string; readonly accountId: string }[];
  readonly here: readonly Ami[];
  readonly ireland: readonly Ami[];
  readonly there: readonly Ami[];
  readonly permissions: unknown;
  readonly parameter: string;
  readonly parameter_there: string;
  readonly template: unknown;
  readonly instances: readonly { readonly state: string; readonly tags: Readonly<Record<string, string>> }[];
  readonly log: readonly string[];
  readonly states: readonly string[];
  readonly told: readonly string[];
}

// moto_server brings boto3 along.
describeWithTools(["moto_server", "python3", "aws"], "what a build leaves in other services", () => {
  let sandbox: Sandbox;
  let left: Left;

  beforeAll(async () => {
    sandbox = await startSandbox({ account, environment: process.env, builds: { pace: "at-once" } });
    const { stdout } = await promisify(execFile)("python3", [join(__dirname, "built-image.py"), account], {
      env: {
        ...process.env,
        AWS_ENDPOINT_URL: sandbox.endpoint,
        AWS_ACCESS_KEY_ID: "sandbox",
        AWS_SECRET_ACCESS_KEY: "sandbox",
        AWS_DEFAULT_REGION: "us-east-1",
        AWS_CONFIG_FILE: "/nonexistent",
        AWS_SHARED_CREDENTIALS_FILE: "/nonexistent",
      },
    });
    left = JSON.parse(stdout) as Left;
  });
  afterAll(() => sandbox.stop());

  test("an AMI in each region and account, named and tagged", () => {
    expect(left.state).toEqual({ status: "AVAILABLE" });
    const [here, there, ireland] = left.amis;
    const tags = { team: "web", CreatedBy: "EC2 Image Builder", Ec2ImageBuilderArn: left.arn };
    const name = expect.stringMatching(/^web-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z$/) as string;
    expect(left.amis.map(({ region, accountId }) => [region, accountId])).toEqual([
      ["us-east-1", account],
      ["us-east-1", "111122223333"],
      ["eu-west-1", account],
    ]);
    expect(left.here).toEqual([{ id: here?.image, name, owner: account, tags }]);
    expect(left.ireland).toEqual([{ id: ireland?.image, name, owner: account, tags }]);
    expect(left.there).toEqual([{ id: there?.image, name, owner: "111122223333", tags }]);
    expect(left.permissions).toEqual([{ UserId: "444455556666" }]);
  });

  test("the parameter of each account, and a version of the launch template that is based on the default", () => {
    const [here, there] = left.amis;
    expect(left.parameter).toBe(here?.image);
    expect(left.parameter_there).toBe(there?.image);
    expect(left.template).toEqual({ ImageId: here?.image, InstanceType: "t3.micro" });
  });

  test("no instance that runs", () => {
    expect(left.instances).toEqual(
      ["Build", "Test"].map((kind) => ({
        state: "terminated",
        tags: {
          team: "web",
          CreatedBy: "EC2 Image Builder",
          Ec2ImageBuilderArn: left.arn,
          Name: `${kind} instance for Web Server`,
        },
      })),
    );
  });

  test("a log, events of each state, and a message at the end", () => {
    expect(left.log[0]).toBe(`Image transitioned to CREATING state for Image ARN: ${left.arn}`);
    expect(left.log).toContain("Step Install");
    expect(left.log.at(-1)).toBe(`Image transitioned to AVAILABLE state for Image ARN: ${left.arn}`);
    expect([...left.states].sort()).toEqual([
      "AVAILABLE",
      "BUILDING",
      "CREATING",
      "DISTRIBUTING",
      "INTEGRATING",
      "TESTING",
    ]);
    expect(left.told).toEqual(["AVAILABLE"]);
  });
});
