import type { Files } from "./live-project";

/** An environment as a user writes it, which tests change. */
export interface Environment {
  [key: string]: unknown;
  build: Record<string, unknown>;
  images: Record<string, Record<string, unknown>>;
  containers: Record<string, Record<string, unknown>>;
}

/** A project as a user writes it, which tests change. */
export interface Definitions {
  components: Record<string, string>;
  workflows: Record<string, string>;
  images: Record<string, Record<string, unknown>>;
  containers: Record<string, Record<string, unknown>>;
  dev: Environment;
}

export const account = "123456789012";

const component = (says: string) => `schemaVersion: 1.0
phases:
  - name: build
    steps:
      - name: Say
        action: ExecuteBash
        timeoutSeconds: 60
        inputs: { commands: [echo ${says}] }
`;

const workflow = `schemaVersion: 1.0
steps:
  - name: Launch
    action: LaunchInstance
    timeoutSeconds: 3600
    inputs:
      waitFor: ssmAgent
`;

const os = { os: "amazon-linux-2023", architecture: "x86_64" };

/** Returns a small project with one of each kind of resource that contains data. */
export function definitions(): Definitions {
  return {
    components: { "linux/one": component("one"), "linux/two": component("two") },
    workflows: { "test/boot": workflow },
    images: {
      base: { parent: os, components: ["linux/one"], volumes: [{ size: 20 }] },
      web: { parent: { image: "base" }, components: ["linux/two"], tags: { team: "web" } },
      tool: { parent: os, components: ["linux/one"], workflows: [{ aws: "build-image" }, "test/boot"] },
      spare: { parent: os, components: ["linux/two"] },
    },
    containers: { app: { parent: { image: "amazonlinux:2023" }, components: ["linux/one"] } },
    dev: {
      account,
      region: "us-east-1",
      encryption: { create: true },
      network: { create: {} },
      tags: { team: "platform" },
      build: {
        logs: { create: true, prefix: "builds" },
        logGroups: {},
        topic: { create: true, subscriptions: [{ protocol: "email", endpoint: "images@example.com" }] },
      },
      events: { on: ["failed"] },
      images: {
        base: { schedule: "manual", buildOnDeploy: true },
        web: { schedule: "manual" },
        tool: { schedule: "manual", distribute: [{ region: "us-east-1" }, { region: "eu-west-1" }] },
        spare: { schedule: "manual" },
      },
      containers: { app: { schedule: "manual" } },
      lifecycle: { old: { images: ["spare", "base"], rules: [{ action: "delete", keep: 3 }] } },
    },
  };
}

export function filesOf({ components, workflows, images, containers, dev }: Definitions, name = "dev"): Files {
  const below = (folder: string, values: Readonly<Record<string, unknown>>): Files =>
    Object.fromEntries(Object.entries(values).map(([each, value]) => [`${folder}/${each}.yaml`, value]));
  return {
    ...below("components", components),
    ...below("workflows", workflows),
    ...below("images", images),
    ...below("containers", containers),
    [`environments/${name}.yaml`]: dev,
  };
}
