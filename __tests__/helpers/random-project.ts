import fc from "fast-check";

import { componentText } from "./component-state";

/** Account and region of the project's only environment. */
export const randomPlace = { account: "123456789012", region: "us-east-1" };

/** Optional lines of a file. A list contains alternatives, of which at most one is used. */
type Sayings = readonly (string | readonly string[])[];

/** Optional lines of the environment. */
const ofEnvironment: Sayings = [
  "namePrefix: team-",
  "tags: { team: images, Stage: dev }",
  "retainComponents: true",
  "encryption: { create: true }",
  [
    "network: { subnet: subnet-0123456789abcdef0, securityGroups: [sg-0123456789abcdef0] }",
    "network: { subnet: subnet-0123456789abcdef0, vpc: vpc-0123456789abcdef0, securityGroup: { description: Builds, egress: [{ ports: 443, cidr: 0.0.0.0/0 }] } }",
  ],
  [
    "documents: { create: true, bucket: our-documents, protection: [encryption] }",
    "documents: { create: true, inline: true }",
    "documents: { create: true, prefix: golden, forceDestroy: true }",
  ],
  [
    "build: { instanceTypes: [m6i.large], keyPair: ops, description: All, configurationTags: { of: all }, logs: { create: true, expireDays: 30 } }",
    "build: { topic: { create: true, subscriptions: [{ protocol: email, endpoint: a@example.com }] }, logGroups: { retentionDays: 30 }, tags: { for: builds } }",
    "build: { instanceProfile: { create: true, read: [our-tools], policies: ['arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'] }, metadata: { tokens: required, hopLimit: 2 } }",
  ],
  "components: { linux/hello: { name: Says hello, tags: { kind: demo } } }",
  "lifecycle: { old: { images: [base, web], rules: [{ action: deprecate, after: { days: 30 } }, { action: delete, keep: 5, exclude: { amis: { launchedWithin: { days: 9 } } } }] } }",
  "containers: { app: { schedule: { cron: 0 5 ? * SUN * }, repository: { name: our/app, tagMutability: mutable, keep: 20 }, scan: true } }",
];

/** Optional lines of the image `web` in the environment. */
const ofImage: Sayings = [
  "names: { recipe: Web Recipe, pipeline: Web Pipeline }",
  "descriptions: { pipeline: Of its own, distribution: Regions }",
  "tags: { recipe: { a: b }, pipeline: { c: d } }",
  "enabled: false",
  "build: { instanceTypes: none, network: none, keyPair: none, logs: none, metadata: { tokens: optional } }",
  'distribute: [{ region: us-east-1, name: "web {{ imagebuilder:buildDate }}", tags: { x: y } }, { region: eu-west-1 }]',
  "pipelines: { nightly: { schedule: { cron: 0 1 * * ? * }, build: { instanceTypes: [t3.large] }, distribute: none } }",
];

/** Optional lines of the file of the image `web`. */
const ofFile: Sayings = [
  "description: The image of the web servers",
  'version: "2.3"',
  "volumes: [{ size: 30, type: gp2 }, { device: /dev/xvdf, size: 8, encrypted: as-parent }]",
  "tags: { app: web, z: $y }",
  "tests: { enabled: false }",
  "enhancedMetadata: false",
  "removeSsmAgent: true",
  "workingDirectory: /var/tmp",
  "userData: echo ${hello}",
  "workflows: [{ aws: build-image }, { aws: test-image }]",
];

export interface RandomProject {
  readonly environment: readonly string[];
  readonly image: readonly string[];
  readonly file: readonly string[];
}

function some(sayings: Sayings): fc.Arbitrary<readonly string[]> {
  return fc
    .tuple(...sayings.map((each) => fc.option(fc.constantFrom(...(typeof each === "string" ? [each] : each)))))
    .map((said) => said.filter((line) => line !== null));
}

/** Generator of small projects with two images and a container. */
export const randomProject: fc.Arbitrary<RandomProject> = fc.record({
  environment: some(ofEnvironment),
  image: some(ofImage),
  file: some(ofFile),
});

/** Returns the files of a random project by path, without the lock. */
export function filesOfProject({ environment, image, file }: RandomProject): Readonly<Record<string, string>> {
  const parent = "parent: { os: amazon-linux-2023, architecture: x86_64 }\ncomponents: [linux/hello]\n";
  const lines = (said: readonly string[], indent = ""): string => said.map((line) => `${indent}${line}\n`).join("");
  return {
    "components/linux/hello.yaml": componentText,
    "images/base.yaml": parent,
    "images/web.yaml": `${parent}${lines(file)}`,
    "containers/app.yaml":
      "parent: { image: 'public.ecr.aws/amazonlinux/amazonlinux:2023', platform: Linux, architecture: x86_64 }\ncomponents: [linux/hello]\n",
    "environments/dev.yaml": `account: "${randomPlace.account}"\nregion: ${randomPlace.region}\n${lines(environment)}images:\n  base: { schedule: manual }\n  web:\n    schedule: { cron: 0 4 ? * SUN *, timezone: Europe/Berlin }\n${lines(image, "    ")}`,
  };
}
