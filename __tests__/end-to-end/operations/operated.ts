import { join } from "node:path";

import { DeleteImageCommand, ImagebuilderClient } from "@aws-sdk/client-imagebuilder";

import { type Sandbox, startSandbox } from "../../../sandbox/start";
import { runProgram } from "../../../src/cli/run-program";
import { sandboxCredentials } from "../../../src/cli/sandbox/sandbox-credentials";
import { fakeTerminal } from "../../helpers/fake-terminal";
import { synthesised, temporaryFolder, terraformOn } from "../harness";
import { type Ran, type Running, startOwnProgram } from "../start-own-program";
import { writeProject } from "../write-project";

const script = "inputs: { commands: ['true'] }";

/** Files of a project with three images based on each other; `top` uses one document twice, so that its uses are merged. */
export const files = {
  "components/linux/web.yaml": `schemaVersion: 1.0
phases:
  - name: build
    steps:
      - name: Install
        action: ExecuteBash
        ${script}
      - name: Users
        action: ExecuteBash
        loop:
          name: each
          forEach: [alice, bob, carol]
        ${script}
  - name: validate
    steps:
      - name: Look
        action: ExecuteBash
        ${script}
  - name: test
    steps:
      - name: Answer
        action: ExecuteBash
        ${script}
`,
  "components/linux/user.yaml": `schemaVersion: 1.0
parameters:
  - Name: { type: string, default: nobody }
phases:
  - name: build
    steps:
      - name: Add
        action: ExecuteBash
        inputs: { commands: ['useradd {{ Name }}'] }
`,
  "workflows/build/gated.yaml": `name: gated
schemaVersion: 1.0
steps:
  - name: Launch
    action: LaunchInstance
    inputs: { waitFor: ssmAgent }
  - name: Approve
    action: WaitForAction
  - name: Make
    action: CreateImage
    inputs: { instanceId.$: $.stepOutputs.Launch.instanceId }
  - name: End
    action: TerminateInstance
    inputs: { instanceId.$: $.stepOutputs.Launch.instanceId }
outputs:
  - name: ImageId
    value: $.stepOutputs.Make.imageId
`,
  "images/gated.yaml": `parent: { os: amazon-linux-2023, architecture: x86_64 }
components: [linux/web]
workflows: [{ workflow: build/gated }]
`,
  "images/base.yaml": "parent: { os: amazon-linux-2023, architecture: x86_64 }\ncomponents: [linux/web]\n",
  "images/middle.yaml": "parent: { image: base }\ncomponents: [linux/web]\n",
  "images/top.yaml": `parent: { image: middle }
components:
  - component: linux/user
    parameters: { Name: alice }
  - component: linux/user
    parameters: { Name: bob }
`,
  "environments/dev.yaml": `account: "123456789012"
region: us-east-1
channels: [candidate, stable]
images:
  base:
    schedule: manual
    buildOnDeploy: true
    distribute: [{ region: us-east-1, share: { accounts: ["111122223333"] } }]
  middle: { schedule: manual, buildOnDeploy: true }
  gated: { schedule: manual }
  top:
    schedule: manual
    distribute:
      - region: us-east-1
        ssmParameters: [{ name: /imagebuilder/top }]
`,
  "environments/team.yaml": `account: "111122223333"
region: us-east-1
consumer:
  channels: { promoters: [arn:aws:iam::123456789012:role/release] }
  from: { dev: { images: { base: { launchTemplate: { channel: stable } } } } }
`,
  "environments/other.yaml": `account: "210987654321"
region: us-east-1
images:
  base: { schedule: manual }
`,
  "environments/asked.yaml": `account: "123456789012"
region: eu-west-1
network:
  subnet: subnet-0a1b2c3d4e5f60718
  securityGroups: [sg-0a1b2c3d4e5f60718]
build:
  instanceTypes: [u-24tb1.112xlarge]
  keyPair: nobody
  instanceProfile: { name: missing }
  logs: { bucket: no-such-bucket-4711 }
executionRole: { arn: "arn:aws:iam::123456789012:role/missing" }
lifecycleRole: { arn: "arn:aws:iam::123456789012:role/missing" }
documents: { bucket: ec2imagebuilder-no-such-4711 }
images:
  from-ami:
    schedule: manual
    distribute:
      - region: eu-west-1
        launchTemplates: [{ id: lt-0123456789abcdef0 }]
  from-ssm: { schedule: manual }
  of-text: { schedule: manual }
  too-small: { schedule: manual }
`,
  "environments/judged.yaml": `account: "123456789012"
region: eu-central-1
build: { instanceProfile: { name: ec2-image-builder-us-east-1 } }
images:
  plain:
    schedule: manual
  never-built:
    schedule: manual
`,
  "images/plain.yaml": "parent: { os: amazon-linux-2023, architecture: x86_64 }\ncomponents: [linux/web]\n",
  "images/never-built.yaml": `parent: { arn: "arn:aws:imagebuilder:eu-central-1:123456789012:image/nobody/x.x.x", platform: Linux, rootDevice: /dev/xvda }
components: [linux/web]
`,
  // A public parameter that AWS has in every region, and an AMI that moto has.
  "images/of-text.yaml": `parent: { ssm: /aws/service/global-infrastructure/regions/eu-west-1/longName, platform: Linux, rootDevice: /dev/xvda }
components: [linux/web]
`,
  "images/too-small.yaml": `parent: { amis: { eu-west-1: ami-12c6146b }, platform: Linux, rootDevice: /dev/sda1, architecture: arm64 }
components: [linux/web]
volumes: [{ size: 1 }]
`,
  "images/from-ami.yaml": `parent: { amis: { eu-west-1: ami-0123456789abcdef0 }, platform: Linux, rootDevice: /dev/xvda }
components: [linux/web]
`,
  "images/from-ssm.yaml": `parent: { ssm: /no/such, platform: Linux, rootDevice: /dev/xvda, architecture: x86_64 }
components: [linux/web]
`,
};

/** A project that is deployed in a new sandbox, with functions that run commands on it. */
export interface Deployed {
  readonly project: string;
  readonly sandbox: Sandbox;
  /** Runs one command in this process, which avoids the start of another process. Must not run in parallel. */
  readonly golden: (...args: string[]) => Promise<Ran>;
  /** Starts one command of the compiled program in a separate process, as in a terminal. */
  readonly start: (...args: string[]) => Running;
  /** Deletes the records of images, as if they were never built. */
  readonly forget: (...arns: string[]) => Promise<void>;
}

/** Commands that assume roles. The SDK then imports modules that Jest does not allow. */
const assuming = new Set<string | undefined>(["promote", "rollback", "channels"]);

export async function deployed(): Promise<Deployed> {
  const project = temporaryFolder();
  await writeProject(project, files);
  const sandbox = await startSandbox({ environment: process.env });
  const credentials = sandboxCredentials(sandbox.endpoint, project);
  // Under CI, colours are enabled even if the output is a pipe.
  const env = { ...process.env, ...credentials, NO_COLOR: "1" };
  const outdir = await synthesised(project, join(project, "cdktf.out"));
  const terraform = await terraformOn(outdir, "dev", credentials);
  await terraform.init();
  await terraform.apply();
  const client = new ImagebuilderClient({
    endpoint: sandbox.endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "sandbox", secretAccessKey: "sandbox" },
  });
  const start = (...args: string[]): Running => startOwnProgram(project, args, env);
  const golden = async (...args: string[]): Promise<Ran> => {
    if (assuming.has(args[0])) return start(...args).end;
    const { terminal, texts } = fakeTerminal({ cwd: project, env });
    // The SDK reads the environment of this process.
    const before = { ...process.env };
    Object.assign(process.env, credentials);
    try {
      return { code: await runProgram(args, terminal), output: texts.out + texts.err };
    } finally {
      for (const name of Object.keys(credentials)) Reflect.deleteProperty(process.env, name);
      Object.assign(process.env, before);
    }
  };
  return {
    project,
    sandbox,
    start,
    golden,
    forget: async (...arns) => {
      for (const imageBuildVersionArn of arns) await client.send(new DeleteImageCommand({ imageBuildVersionArn }));
    },
  };
}

/** Returns the number of the line, from 1, on which a step is defined. */
export function lineOf(file: keyof typeof files, step: string): number {
  return files[file].split("\n").findIndex((line) => line.includes(`- name: ${step}`)) + 1;
}
