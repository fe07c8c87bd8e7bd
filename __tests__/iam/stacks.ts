import { App, Testing } from "cdktf";

import { inspectProject } from "../../src/checks/inspect-project";
import { resolveConsumers } from "../../src/project/consumers";
import { resolveFactories } from "../../src/project/factories";
import { ImageConsumerStack } from "../../stacks/image-consumer-stack";
import { ImageFactoryStack } from "../../stacks/image-factory-stack";
import type { Resources } from "../helpers/iam/created-policies";
import { projectFolder } from "../helpers/project-folder";

export const topicKey = "arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";
export const bucketKey = "arn:aws:kms:us-east-1:123456789012:key/2c3d4e5f-6071-8293-a4b5-c6d7e8f90a1b";
/** Of the bucket of logs, by an alias. */
const logsKey = "arn:aws:kms:us-east-1:123456789012:alias/logs";
export const sharedKey = "arn:aws:kms:us-east-1:123456789012:key/1b2c3d4e-5f60-7182-93a4-b5c6d7e8f90a";

/** A project whose roles, buckets, keys and topics have all the statements that there are. */
const project = {
  "components/linux/hello.yaml":
    "schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n      - name: Hello\n        action: ExecuteBash\n        inputs:\n          commands: [echo hello]\n",
  "images/base.yaml":
    "parent: { os: amazon-linux-2023, architecture: x86_64 }\ncomponents: [linux/hello]\nvolumes: [{ size: 20 }]\n",
  "images/derived.yaml":
    "parent: { ssm: /imagebuilder/parent, platform: Linux, rootDevice: /dev/xvda }\ncomponents: [linux/hello]\nvolumes: [{ size: 20 }]\nworkflows: [{ aws: build-image }]\n",
  "images/windows.yaml":
    "parent: { os: windows-server-2022, architecture: x86_64 }\ncomponents: [{ aws: update-windows }]\nvolumes: [{ size: 50 }]\n",
  "containers/app.yaml": "parent: { image: amazonlinux:2023, platform: Linux }\ncomponents: [linux/hello]\n",
  "environments/dev.yaml": `account: "123456789012"
region: us-east-1
channels: [stable]
documents: { create: true, bucket: image-documents, kmsKey: ${bucketKey} }
encryption:
  create: true
  users: [arn:aws:iam::123456789012:role/launcher]
  administrators: [arn:aws:iam::123456789012:role/keys]
build:
  instanceProfile: { create: true, read: [tools, files/linux], write: [reports/base] }
  logs: { create: true, bucket: build-logs, prefix: builds, kmsKey: "${logsKey}" }
  topic: { create: true, name: images, kmsKey: ${topicKey} }
lifecycle:
  old: { images: [base], rules: [{ action: delete, keep: 5 }] }
images:
  base:
    schedule: manual
    distribute:
      - region: us-east-1
        share:
          accounts: ["111122223333"]
          organizations: [arn:aws:organizations::123456789012:organization/o-abcdefghij]
          organizationalUnits: [arn:aws:organizations::123456789012:ou/o-klmnopqrst/ou-abcd-12345678]
        copyTo: { accounts: ["111122223333"] }
        ssmParameters: [{ name: /golden/base }, { name: /golden/base, account: "111122223333" }]
        launchTemplates: [{ id: lt-0123456789abcdef0, account: "111122223333" }]
  derived: { schedule: manual }
  windows:
    schedule: manual
    distribute: [{ region: us-east-1, fastLaunch: [{ snapshots: 5 }] }]
containers:
  app: { schedule: manual, repository: { create: true } }
`,
  "environments/team.yaml": `account: "111122223333"
region: us-east-1
consumer:
  channels: { promoters: [arn:aws:iam::123456789012:role/release] }
  from: { dev: { kmsKeys: [${sharedKey}], images: { base: { launchTemplate: {} } } } }
`,
};

/** The resources of the account that builds, and of the one that receives. */
export async function synthesisedStacks(): Promise<{ readonly builder: Resources; readonly consumer: Resources }> {
  const root = projectFolder(project);
  const { project: loaded, lock, problems } = await inspectProject(root);
  const errors = problems.filter(({ severity }) => severity === "error");
  if (lock === undefined || errors.length > 0) throw new Error(JSON.stringify(errors, undefined, 2));
  const scope = () => Testing.stubVersion(new App({ stackTraces: false }));
  const [factory] = resolveFactories(loaded, lock);
  const [consumer] = resolveConsumers(loaded, lock);
  if (factory === undefined || consumer === undefined) throw new Error("the project creates no stacks");
  return {
    builder: resourcesOf(new ImageFactoryStack(scope(), "dev", { factory, root })),
    consumer: resourcesOf(new ImageConsumerStack(scope(), "team-consumer", { consumer })),
  };
}

function resourcesOf(stack: ImageFactoryStack | ImageConsumerStack): Resources {
  return (JSON.parse(Testing.synth(stack, true)) as { resource: Resources }).resource;
}
