import { randomUUID } from "node:crypto";
import { basename } from "node:path";

import { type ManagedImageName, managedImages } from "../../aws/managed-images";
import type { Platform } from "../../aws/platform";
import { packageVersion } from "../../project/package-folder";
import type { Answers } from "./answers";

/** Name of the environment in a new project. */
const environment = "dev";

/** Returns the texts of a new project, by path. */
export function projectTexts(folder: string, answers: Answers): ReadonlyMap<string, string> {
  const image = `${managedImages[answers.os as ManagedImageName].platform.toLowerCase()}-base`;
  return new Map([
    [`images/${image}.yaml`, imageText(answers.os as ManagedImageName)],
    [`environments/${environment}.yaml`, environmentText(image, answers)],
    ...neededTexts(folder),
  ]);
}

/** Returns the files that existing definitions need around them. They name no schema, so editor settings assign one to each folder. */
export function surroundingTexts(folder: string): ReadonlyMap<string, string> {
  return new Map([...neededTexts(folder), [".vscode/settings.json", json({ "yaml.schemas": schemas })]]);
}

/** Returns the files for the CDKTF CLI, npm, Git and CI. */
function neededTexts(folder: string): ReadonlyMap<string, string> {
  return new Map([
    ["components/README.md", components],
    ["main.ts", 'void import("golden-images/app").then(({ app }) => app());\n'],
    [
      "cdktf.json",
      json({ language: "typescript", app: "node main.ts", projectId: randomUUID(), sendCrashReports: "false" }),
    ],
    ["package.json", packageText(folder)],
    [".gitignore", "node_modules/\ncdktf.out/\n.terraform/\n/state/\n*.tfstate\n*.tfstate.*\n"],
    [".github/workflows/golden-images.yml", workflow],
  ]);
}

function imageText(os: ManagedImageName): string {
  const { platform, arnNames } = managedImages[os];
  // The newer Macs are arm64; all other systems list x86_64 first.
  const architecture = platform === "macOS" ? "arm64" : (Object.keys(arnNames)[0] ?? "x86_64");
  return `${schemaLine("image")}
# What to build. Every key: docs/reference.md of golden-images.
description: Patched base image that other images build on

parent:
  os: ${os}
  architecture: ${architecture}

# In order. golden:… comes with golden-images; linux/… would be components/linux/….yaml of this project.
components:
${componentsOf(os, platform)
  .map((component) => `  - ${component}\n`)
  .join("")}`;
}

function componentsOf(os: ManagedImageName, platform: Platform): readonly string[] {
  if (platform === "Windows") return ["golden:windows/update-os", "golden:windows/harden-protocols"];
  if (platform === "macOS") return ["component: golden:macos/homebrew-packages\n    parameters: { Packages: jq }"];
  // The old release has an SSH server and a package manager that the library does not support.
  if (os === "amazon-linux-2") return ["aws: update-linux"];
  return [
    "golden:linux/update-os",
    "golden:linux/harden-ssh",
    "golden:linux/clean-up",
    "golden:linux/test-ssh-hardening",
  ];
}

function environmentText(image: string, answers: Answers): string {
  const { account, region, subnet, securityGroup, vpc, stateBucket } = answers;
  const network =
    subnet === undefined
      ? "# Build instances run in the default VPC. To choose: network: { subnet: subnet-…, securityGroups: [sg-…] }\n"
      : `network:\n  subnet: ${subnet}\n${vpc === undefined ? "" : `  vpc: ${vpc}\n`}${securityGroup === undefined ? "" : `  securityGroups: [${securityGroup}]\n`}`;
  const state =
    stateBucket === undefined
      ? "# Terraform's state is on this disk, in state/. For a team: state: { s3: { bucket: …, key: …, region: … } }\n"
      : `state:\n  s3:\n    bucket: ${stateBucket}\n    key: golden-images/${environment}.tfstate\n    region: ${region}\n`;
  return `${schemaLine("environment")}
# Where to build: one account and region.
account: "${account}"
region: ${region}

${network}
${state}
images:
  ${image}:
    schedule: manual # or: { cron: 0 4 ? * SUN *, timezone: Etc/UTC }
${image === "macos-base" ? "    build: { instanceTypes: [mac2.metal], placement: { tenancy: host } } # add host: h-…, so that the test instance waits for it\n" : ""}`;
}

/** Returns the comment with which an editor's YAML language server finds the schema of a file. */
function schemaLine(kind: string): string {
  return `# yaml-language-server: $schema=../node_modules/golden-images/schemas/${kind}.schema.json`;
}

const components = `# Components

Documents for AWSTOE, the program that runs on the build instance: \`linux/<name>.yaml\`, \`windows/<name>.yaml\`, \`macos/<name>.yaml\`. An
image names one as \`linux/<name>\`. Check it with \`npx golden-images check components/linux/<name>.yaml\`.

Components that come with golden-images are named \`golden:linux/update-os\`. \`npx golden-images eject\` lists them, and
\`npx golden-images eject linux/update-os\` copies one here, to change it.

The first line of the files in \`images/\` and \`environments/\` tells an editor where the schema is, so that it can
explain and complete keys. Start a new file with such a line. For a component it is:

    # yaml-language-server: $schema=../../node_modules/golden-images/schemas/component.schema.json
`;

function packageText(folder: string): string {
  const name =
    basename(folder)
      .toLowerCase()
      .replace(/[^a-z0-9-]+/g, "-")
      .replace(/^-+|-+$/g, "") || "images";
  return json({
    name,
    private: true,
    scripts: { check: "golden-images check", lock: "golden-images lock", synth: "golden-images synth" },
    dependencies: { "golden-images": packageVersion() },
  });
}

const schemaFolder = "./node_modules/golden-images/schemas";
const schemas = {
  [`${schemaFolder}/image.schema.json`]: "images/*.yaml",
  [`${schemaFolder}/container.schema.json`]: "containers/*.yaml",
  [`${schemaFolder}/environment.schema.json`]: "environments/*.yaml",
  [`${schemaFolder}/component.schema.json`]: "components/**/*.yaml",
  [`${schemaFolder}/workflow.schema.json`]: "workflows/**/*.yaml",
};

const workflow = `name: Golden images
on:
  push: { branches: [main] }
  pull_request:
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
      - uses: actions/setup-node@39370e3970a6d050c480ffad4ff0ed4d3fdee5af # v4.1.0
        with: { node-version: 22 }
      - run: npm install
      - run: npx golden-images check --format github
      - run: npx golden-images lock --check
      - run: npx golden-images synth
`;

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
