import type { Definitions } from "./definitions";

export interface Transition {
  readonly name: string;
  /** Part of the project that the transition changes. Two transitions of the same part cannot be made at once. */
  readonly of: string;
  /** Another part that must be unchanged for the expected message of the lock. */
  readonly with?: string;
  readonly edit: (definitions: Definitions, given: Given) => void;
  /** Message that the lock must give, if it matters. */
  readonly says?: string;
}

/** Resources that others created in the account. */
export interface Given {
  readonly bucket: string;
  /** ARNs of KMS keys by region. */
  readonly keys: Readonly<Record<string, string>>;
}

const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
const removed = (what: string) => `environment dev removes ${what} from the state: it stays in AWS`;

/** Transitions. Each is applied to a live state with data, and then reverted. */
export const transitions: readonly Transition[] = [
  {
    name: "a region is taken off distribute, with made keys",
    of: "tool",
    with: "encryption",
    edit: ({ dev }) => (dev.images.tool = { schedule: "manual", distribute: [{ region: "us-east-1" }] }),
    says: removed('KMS key "golden-images" of eu-west-1'),
  },
  {
    name: "a region is added to distribute, with made keys",
    of: "tool",
    with: "encryption",
    edit: ({ dev }) => {
      (dev.images.tool?.distribute as object[]).push({ region: "ap-southeast-1" });
    },
    says: 'environment dev creates KMS key "golden-images" of ap-southeast-1',
  },
  {
    name: "distribute is taken away",
    of: "tool",
    edit: ({ dev }) => (dev.images.tool = { schedule: "manual" }),
  },
  {
    name: "the only image of a region goes, workflow and all",
    of: "tool",
    with: "encryption",
    edit: ({ dev, images }) => {
      delete dev.images.tool;
      delete images.tool;
    },
    says: removed('KMS key "golden-images" of eu-west-1'),
  },
  {
    name: "workflows are taken away",
    of: "tool",
    edit: ({ images }) => delete images.tool?.workflows,
  },
  {
    name: "a workflow is edited",
    of: "tool",
    edit: ({ workflows }) => (workflows["test/boot"] = (workflows["test/boot"] ?? "").replace("3600", "1800")),
  },
  {
    name: "workflows are Image Builder's own in place of the project's",
    of: "tool",
    edit: ({ images }) => {
      if (images.tool) images.tool.workflows = [{ aws: "build-image" }, { aws: "test-image" }];
    },
  },
  {
    name: "an image is built by Terraform from now on",
    of: "tool",
    edit: ({ dev }) => {
      if (dev.images.tool) dev.images.tool.buildOnDeploy = true;
    },
    says: 'environment dev creates image "tool"',
  },
  {
    name: "documents go to a given bucket",
    of: "documents",
    edit: ({ dev }, { bucket }) => (dev.documents = { bucket }),
    says: removed('bucket "ec2imagebuilder-123456789012-us-east-1"'),
  },
  {
    name: "the bucket of documents is renamed",
    of: "documents",
    edit: ({ dev }) => (dev.documents = { create: true, bucket: "ec2imagebuilder-documents-renamed" }),
    says: removed('bucket "ec2imagebuilder-123456789012-us-east-1"'),
  },
  {
    name: "logs go to a given bucket",
    of: "logs",
    edit: ({ dev }, { bucket }) => (dev.build.logs = { bucket, prefix: "builds" }),
    says: removed('bucket "ec2imagebuilder-logs-123456789012-us-east-1"'),
  },
  {
    name: "the bucket of logs is renamed",
    of: "logs",
    edit: ({ dev }) => (dev.build.logs = { create: true, bucket: "ec2imagebuilder-logs-renamed", prefix: "builds" }),
    says: removed('bucket "ec2imagebuilder-logs-123456789012-us-east-1"'),
  },
  {
    name: "logs go nowhere",
    of: "logs",
    edit: ({ dev }) => delete dev.build.logs,
    says: removed('bucket "ec2imagebuilder-logs-123456789012-us-east-1"'),
  },
  {
    name: "logs expire",
    of: "logs",
    edit: ({ dev }) => (dev.build.logs = { create: true, prefix: "builds", expireDays: 30 }),
  },
  {
    name: "log groups are no longer made",
    of: "log groups",
    edit: ({ dev }) => delete dev.build.logGroups,
    says: removed('log group "/aws/imagebuilder/base"'),
  },
  {
    name: "log groups keep entries for another time",
    of: "log groups",
    edit: ({ dev }) => (dev.build.logGroups = { retentionDays: 30 }),
  },
  {
    name: "the topic goes, and its events with it",
    of: "topic",
    edit: ({ dev }) => {
      delete dev.build.topic;
      delete dev.events;
    },
    says: removed('topic "image-factory"'),
  },
  {
    name: "the topic is renamed",
    of: "topic",
    edit: ({ dev }) => (dev.build.topic = { create: true, name: "builds" }),
    says: removed('topic "image-factory"'),
  },
  {
    name: "the topic is a given one",
    of: "topic",
    edit: ({ dev }) => (dev.build.topic = "arn:aws:sns:us-east-1:123456789012:given"),
    says: removed('topic "image-factory"'),
  },
  {
    name: "nobody is subscribed to the topic any more",
    of: "topic",
    edit: ({ dev }) => (dev.build.topic = { create: true }),
  },
  { name: "events go", of: "topic", edit: ({ dev }) => delete dev.events },
  {
    name: "made keys become given ones",
    of: "encryption",
    edit: ({ dev }, { keys }) => (dev.encryption = { kmsKey: keys["us-east-1"] }),
    says: removed('KMS key "golden-images" of us-east-1'),
  },
  {
    name: "encryption with keys of one's own goes",
    of: "encryption",
    edit: ({ dev }) => delete dev.encryption,
    says: removed('KMS key "golden-images" of us-east-1'),
  },
  {
    name: "the alias of made keys changes",
    of: "encryption",
    edit: ({ dev }) => (dev.encryption = { create: true, alias: "images" }),
  },
  {
    name: "made keys are opened to a role",
    of: "encryption",
    edit: ({ dev }) => (dev.encryption = { create: true, deletionDays: 7, users: [role("launcher")] }),
  },
  {
    name: "a container goes whose repository holds images",
    of: "app",
    edit: ({ dev, containers }) => {
      dev.containers = {};
      delete containers.app;
    },
    says: removed('ECR repository "app"'),
  },
  {
    name: "a container is renamed, and its repository with it",
    of: "app",
    edit: (definitions) => {
      renameContainer(definitions);
    },
    says: removed('ECR repository "app"'),
  },
  {
    name: "a container is renamed, and keeps its repository",
    of: "app",
    edit: (definitions) => {
      renameContainer(definitions, { name: "app" });
    },
  },
  {
    name: "the repository of a container is renamed",
    of: "app",
    edit: ({ dev }) => (dev.containers.app = { schedule: "manual", repository: { name: "team/app" } }),
    says: removed('ECR repository "app"'),
  },
  {
    name: "the repository of a container is a given one",
    of: "app",
    edit: ({ dev }) => (dev.containers.app = { schedule: "manual", repository: { create: false, name: "app" } }),
    says: removed('ECR repository "app"'),
  },
  {
    name: "a repository keeps its newest images alone",
    of: "app",
    edit: ({ dev }) => (dev.containers.app = { schedule: "manual", repository: { keep: 5 } }),
  },
  {
    name: "Terraform no longer builds an image that another stands on",
    of: "base",
    edit: ({ dev }) => (dev.images.base = { schedule: "manual" }),
    says: removed('image "base"'),
  },
  {
    name: "the recipe of an image that another stands on changes",
    of: "base",
    edit: ({ images }) => {
      if (images.base) images.base.volumes = [{ size: 30 }];
    },
  },
  {
    name: "an image stands on its own, and no longer on another",
    of: "web",
    edit: ({ images }) => {
      if (images.web) images.web.parent = { os: "ubuntu-24.04", architecture: "x86_64" };
    },
  },
  {
    name: "the tags of an image are taken away",
    of: "web",
    edit: ({ images }) => delete images.web?.tags,
  },
  {
    name: "an image builds on instances of its own",
    of: "web",
    edit: ({ dev }) => (dev.images.web = { schedule: "manual", build: { instanceTypes: ["m5.large"] } }),
  },
  {
    name: "an image goes that a lifecycle policy named",
    of: "spare",
    edit: ({ dev, images }) => {
      delete dev.images.spare;
      delete images.spare;
      dev.lifecycle = { old: { images: ["base"], rules: [{ action: "delete", keep: 3 }] } };
    },
  },
  {
    name: "an image is renamed that a lifecycle policy names",
    of: "spare",
    edit: ({ dev, images }) => {
      images.other = images.spare ?? {};
      delete images.spare;
      dev.images.other = dev.images.spare ?? {};
      delete dev.images.spare;
      dev.lifecycle = { old: { images: ["other", "base"], rules: [{ action: "delete", keep: 3 }] } };
    },
  },
  { name: "lifecycle policies go, and their role", of: "spare", edit: ({ dev }) => delete dev.lifecycle },
  {
    name: "the role of lifecycle policies is a given one",
    of: "spare",
    edit: ({ dev }) => (dev.lifecycleRole = { arn: role("lifecycle") }),
  },
  {
    name: "the made network becomes a given one",
    of: "network",
    edit: ({ dev }) => (dev.network = { subnet: "subnet-11111111", securityGroups: ["sg-11111111"] }),
  },
  {
    name: "the made network becomes the default VPC",
    of: "network",
    edit: ({ dev }) => delete dev.network,
  },
  {
    name: "the execution role is a given one",
    of: "execution role",
    edit: ({ dev }) => (dev.executionRole = { arn: role("execution") }),
  },
  {
    name: "the instance profile is a given one",
    of: "instance profile",
    edit: ({ dev }) => (dev.build.instanceProfile = { name: "builder" }),
  },
  { name: "the tags of the environment are taken away", of: "tags", edit: ({ dev }) => delete dev.tags },
  {
    name: "a component is edited that images and containers use",
    of: "component",
    edit: ({ components }) => (components["linux/one"] = (components["linux/one"] ?? "").replace("echo one", "echo 1")),
  },
  {
    name: "an environment describes itself",
    of: "description",
    edit: ({ dev }) => (dev.description = "Development"),
  },
];

function renameContainer({ dev, containers }: Definitions, repository?: object): void {
  containers.site = containers.app ?? {};
  delete containers.app;
  dev.containers = { site: { schedule: "manual", ...(repository && { repository }) } };
}

/** Groups transitions into few rounds, so that no two transitions of a round change the same part. */
export function rounds(all: readonly Transition[]): Transition[][] {
  const found: Transition[][] = [];
  for (const transition of all) {
    const free = found.find((round) => round.every((other) => !meet(transition, other)));
    if (free === undefined) found.push([transition]);
    else free.push(transition);
  }
  return found;
}

function meet(a: Transition, b: Transition): boolean {
  return a.of === b.of || a.with === b.of || a.of === b.with;
}
