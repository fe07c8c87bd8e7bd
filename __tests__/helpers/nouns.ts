import type { TerraformStack } from "cdktf";

import { Component } from "../../src/constructs/component";
import { ContainerRecipe } from "../../src/constructs/container-recipe";
import { DistributionConfiguration } from "../../src/constructs/distribution-configuration";
import { EcrRepository } from "../../src/constructs/ecr-repository";
import { Image } from "../../src/constructs/image";
import { ImagePipeline } from "../../src/constructs/image-pipeline";
import { ImageRecipe } from "../../src/constructs/image-recipe";
import { InfrastructureConfiguration } from "../../src/constructs/infrastructure-configuration";
import { LifecyclePolicy } from "../../src/constructs/lifecycle-policy";
import { Workflow } from "../../src/constructs/workflow";
import type { BuildSettings } from "../../src/factory/build-settings";
import type { Repository } from "../../src/factory/built";
import type { ContainerDistribution, Distribution } from "../../src/factory/distribution";
import type { Infrastructure } from "../../src/factory/infrastructure";
import type { LifecyclePolicy as LifecyclePolicyModel } from "../../src/factory/lifecycle-policy";
import type { ImagePipeline as ImagePipelineModel } from "../../src/factory/pipeline";
import type { Component as ComponentModel } from "../../src/factory/published-document";
import type { ContainerRecipe as ContainerRecipeModel, ImageRecipe as ImageRecipeModel } from "../../src/model/recipe";
import { documentBucketIn, emptyFactory, emptyInfrastructure, emptyPipeline, emptySettings } from "./synthesised";

/** Properties of one construct of each kind. */
export interface Nouns {
  readonly component: ComponentModel;
  readonly imageRecipe: ImageRecipeModel;
  readonly containerRecipe: ContainerRecipeModel;
  readonly repository: Repository;
  readonly infrastructure: Infrastructure;
  readonly topicArn?: string;
  readonly distributions: readonly Distribution[];
  readonly containerDistributions: readonly ContainerDistribution[];
  readonly pipeline: Omit<ImagePipelineModel, "settings">;
  readonly settings: BuildSettings;
  /** Hours that Terraform waits for an image; undefined if it builds none. */
  readonly timeoutHours?: number;
  readonly policies: readonly LifecyclePolicyModel[];
}

const account = "123456789012";
const role = (name: string): string => `arn:aws:iam::${account}:role/${name}`;
const key = `arn:aws:kms:us-east-1:${account}:key/00000000-0000-0000-0000-000000000000`;

const componentDocument = (says: string): string => `schemaVersion: 1.0
parameters:
  - Word: { type: string, default: hello }
phases:
  - name: build
    steps:
      - name: Say
        action: ExecuteBash
        inputs: { commands: [${JSON.stringify(says)}] }
`;

/** Files of documents, by path. */
export const nounFiles = {
  "workflows/build/plain.yaml": `name: build-plain
schemaVersion: 1.0
parameters:
  - name: answer
    type: string
    default: "42"
steps:
  - name: Wait
    action: WaitForAction
    onFailure: Abort
  - name: Launch
    action: LaunchInstance
    inputs:
      waitFor: ssmAgent
  - name: Finish
    action: CreateImage
    inputs:
      instanceId.$: $.stepOutputs.Launch.instanceId
outputs:
  - name: ImageId
    value: $.stepOutputs.Finish.imageId
`,
  "web.Dockerfile":
    "FROM {{{ imagebuilder:parentImage }}}\n{{{ imagebuilder:environments }}}\n{{{ imagebuilder:components }}}\n",
};

/** Constructs with only default settings. */
export const least: Nouns = {
  component: {
    document: "linux/say",
    id: "linux-say",
    tags: {},
    name: "linux-say",
    version: "1.0.0",
    platform: "Linux",
    supportedOsVersions: [],
    content: { text: componentDocument("echo '{{ Word }}'") },
    sha256: "0".repeat(64),
    retain: false,
  },
  imageRecipe: {
    kind: "image",
    name: "base",
    recipeName: "base",
    version: "1.0.0",
    parent: { from: "ami", ami: "ami-0123456789abcdef0" },
    components: [{ from: "project", document: "linux/say", version: "1.0.0", parameters: {} }],
    volumes: [],
    tags: {},
  },
  containerRecipe: {
    kind: "container",
    name: "web",
    recipeName: "web",
    version: "1.0.0",
    parent: { from: "registry", image: "amazonlinux:2023" },
    components: [{ from: "project", document: "linux/say", version: "1.0.0", parameters: {} }],
    dockerfile: { content: { text: nounFiles["web.Dockerfile"] }, sha256: "0".repeat(64) },
    volumes: [],
    tags: {},
  },
  repository: { name: "web", create: true, movingTags: false, scanOnPush: true },
  infrastructure: emptyInfrastructure,
  distributions: [
    {
      region: "us-east-1",
      amiName: "base-{{ imagebuilder:buildDate }}",
      amiTags: {},
      share: { accounts: [], organizations: [], organizationalUnits: [] },
      copyToAccounts: [],
      ssmParameters: [],
      launchTemplates: [],
      fastLaunch: [],
      licenses: [],
    },
  ],
  containerDistributions: [{ region: "us-east-1", repository: "web", tags: [] }],
  pipeline: emptyPipeline,
  settings: emptySettings,
  policies: [
    {
      id: "superseded",
      tags: {},
      name: "superseded",
      enabled: true,
      resourceType: "AMI_IMAGE",
      selection: { recipes: [{ name: "base", version: "1.0.0" }] },
      rules: [
        {
          action: "DELETE",
          include: { amis: true, snapshots: true },
          filter: { type: "COUNT", value: 5 },
          exclude: { tags: {} },
        },
      ],
    },
    {
      id: "superseded-containers",
      tags: {},
      name: "superseded-containers",
      enabled: true,
      resourceType: "CONTAINER_IMAGE",
      selection: { tags: { team: "platform" } },
      rules: [
        { action: "DELETE", include: { containers: true }, filter: { type: "COUNT", value: 5 }, exclude: { tags: {} } },
      ],
    },
  ],
};

/** Constructs with all possible settings. */
export const everything: Nouns = {
  component: {
    ...least.component,
    version: "1.0.1",
    description: "Says ${what} it is told: %{x}",
    supportedOsVersions: ["Amazon Linux 2023", "Ubuntu 24"],
    content: { text: componentDocument("echo \"${HOME} $${HOME} {{ Word }}\"; curl -w '%{http_code} %%{x}'") },
    sha256: "1".repeat(64),
  },
  imageRecipe: {
    kind: "image",
    name: "base",
    recipeName: "base",
    version: "1.0.1",
    description: "Costs 5 ${x}",
    parent: { from: "ssm", parameter: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64" },
    components: [
      { from: "project", document: "linux/say", version: "1.0.1", parameters: { Word: "${x} and %{x}" } },
      { from: "arn", arn: "arn:aws:imagebuilder:us-east-1:aws:component/update-linux/x.x.x", parameters: {} },
    ],
    volumes: [
      {
        device: "/dev/xvda",
        size: 20,
        type: "gp3",
        iops: 3000,
        throughput: 125,
        encrypted: true,
        kmsKey: { created: true },
        deleteOnTermination: true,
      },
      {
        device: "/dev/sdf",
        size: 10,
        type: "gp3",
        encrypted: false,
        deleteOnTermination: false,
        snapshot: "snap-0123456789abcdef0",
      },
    ],
    workingDirectory: "/var/tmp",
    userData: "#!/bin/sh\necho ${HOME}\n",
    removeSsmAgent: true,
    tags: { team: "plat${form}" },
  },
  containerRecipe: {
    kind: "container",
    name: "web",
    recipeName: "web",
    version: "1.0.1",
    description: "Costs 5 ${x}",
    parent: { from: "registry", image: "public.ecr.aws/amazonlinux/amazonlinux:2023" },
    platformOverride: "Linux",
    components: [{ from: "project", document: "linux/say", version: "1.0.1", parameters: { Word: "${x} and %{x}" } }],
    dockerfile: { content: { file: "web.Dockerfile" }, sha256: "1".repeat(64) },
    ami: "ami-0123456789abcdef0",
    volumes: [{ device: "/dev/xvda", size: 50, type: "gp3", encrypted: true, kmsKey: key, deleteOnTermination: true }],
    kmsKey: key,
    workingDirectory: "/var/tmp",
    tags: { team: "plat${form}" },
  },
  repository: { name: "web", create: true, keep: 10, movingTags: true, scanOnPush: false },
  infrastructure: {
    id: "build",
    tags: {},
    name: "build",
    instanceTypes: ["t3.large", "t3.xlarge"],
    placement: { tenancy: "dedicated", availabilityZone: "us-east-1a" },
    metadata: { tokens: "optional", hopLimit: 2 },
    keyPair: "ops",
    terminateOnFailure: false,
    logs: { bucket: "logs", prefix: "builds" },
    inDefaultVpc: false,
    instanceTags: { team: "plat${form}" },
  },
  topicArn: `arn:aws:sns:us-east-1:${account}:images`,
  distributions: [
    {
      region: "us-east-1",
      amiName: "base {{ imagebuilder:buildDate }}",
      description: "Costs 5 ${x}",
      amiTags: { team: "plat${form}" },
      share: {
        accounts: ["111122223333"],
        organizations: [`arn:aws:organizations::${account}:organization/o-0123456789`],
        organizationalUnits: [`arn:aws:organizations::${account}:ou/o-0123456789/ou-0123-01234567`],
      },
      copyToAccounts: ["444455556666"],
      kmsKey: { created: true },
      ssmParameters: [
        { name: "/images/base", dataType: "aws:ec2:image" },
        { name: "/images/base", account: "111122223333", dataType: "text" },
      ],
      launchTemplates: [
        { id: "lt-0123456789abcdef0", setDefault: true },
        { id: "lt-0123456789abcdef1", account: "111122223333", setDefault: false },
      ],
      fastLaunch: [
        { account, maxParallelLaunches: 6, snapshots: 5 },
        {
          account: "111122223333",
          launchTemplate: { id: "lt-0123456789abcdef0", version: "$Default" },
          maxParallelLaunches: 10,
          snapshots: 20,
        },
        {
          account: "444455556666",
          launchTemplate: { name: "windows", version: "3" },
          maxParallelLaunches: 6,
          snapshots: 1,
        },
      ],
      licenses: [`arn:aws:license-manager:us-east-1:${account}:license-configuration:lic-${"0".repeat(32)}`],
      export: { bucket: "exports", prefix: "base", format: "VMDK", role: "vmimport" },
    },
    {
      region: "eu-west-1",
      amiName: "base {{ imagebuilder:buildDate }}",
      amiTags: {},
      share: { public: true, accounts: [], organizations: [], organizationalUnits: [] },
      copyToAccounts: [],
      ssmParameters: [],
      launchTemplates: [],
      fastLaunch: [],
      licenses: [],
    },
  ],
  containerDistributions: [
    { region: "us-east-1", repository: "web", tags: ["latest", "stable"], description: "Costs 5 ${x}" },
    { region: "eu-west-1", repository: "team/web", tags: [] },
  ],
  pipeline: {
    ...emptyPipeline,
    description: "Costs 5 ${x}",
    enabled: false,
    schedule: {
      expression: "cron(0 4 ? * SUN *)",
      timezone: "Europe/Berlin",
      startCondition: "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
    },
    tags: { team: "plat${form}" },
  },
  settings: {
    ...emptySettings,
    tests: { enabled: false, timeoutMinutes: 60 },
    enhancedMetadata: false,
    scanning: { enabled: true, ecr: { repository: "web", tags: ["scanned"] } },
    workflows: [
      { from: "project", document: "build/plain", parameters: { answer: "${x} and %{x}" } },
      {
        from: "arn",
        arn: "arn:aws:imagebuilder:us-east-1:aws:workflow/test/test-image/x.x.x",
        parameters: {},
        onFailure: "continue",
        parallelGroup: "tests",
      },
    ],
    needsExecutionRole: true,
  },
  timeoutHours: 6,
  policies: [
    {
      id: "superseded",
      tags: {},
      name: "superseded",
      description: "Costs 5 ${x}",
      enabled: false,
      resourceType: "AMI_IMAGE",
      selection: {
        recipes: [
          { name: "base", version: "1.0.1" },
          { name: "base", version: "1.0.0" },
        ],
      },
      rules: [
        {
          action: "DEPRECATE",
          include: { amis: true },
          filter: { type: "AGE", value: 30, unit: "DAYS" },
          exclude: { tags: {}, amis: { public: false, regions: [], sharedAccounts: [], tags: {} } },
        },
        {
          action: "DISABLE",
          include: { amis: true },
          filter: { type: "AGE", value: 8, unit: "WEEKS" },
          exclude: { tags: { keep: "${x}" } },
        },
        {
          action: "DELETE",
          include: { amis: true, snapshots: false },
          filter: { type: "AGE", value: 6, unit: "MONTHS", retainAtLeast: 3 },
          exclude: {
            tags: { keep: "%{x}" },
            amis: {
              public: true,
              regions: ["eu-west-1", "eu-west-2"],
              sharedAccounts: ["111122223333"],
              lastLaunched: { value: 2, unit: "WEEKS" },
              tags: { hold: "${x}" },
            },
          },
        },
      ],
    },
    {
      id: "superseded-containers",
      tags: {},
      name: "superseded-containers",
      description: "Costs 5 ${x}",
      enabled: false,
      resourceType: "CONTAINER_IMAGE",
      selection: { tags: { team: "plat${form}", stage: "prod" } },
      rules: [
        {
          action: "DELETE",
          include: { containers: true },
          filter: { type: "AGE", value: 1, unit: "YEARS", retainAtLeast: 1 },
          exclude: { tags: { keep: "%{x}" } },
        },
      ],
    },
  ],
};

/** Adds one construct of each kind to a stack. */
export function addNouns(stack: TerraformStack, root: string, nouns: Nouns): void {
  const bucket = documentBucketIn(stack);
  const component = new Component(stack, "component", { component: nouns.component, root, bucket });
  const workflow = new Workflow(stack, "workflow", {
    workflow: {
      document: "build/plain",
      id: "build-plain",
      tags: {},
      name: "build-plain",
      version: "1.0.0",
      type: "BUILD",
      content: { file: "workflows/build/plain.yaml" },
      sha256: "0".repeat(64),
    },
    root,
    bucket,
  });
  const repository = new EcrRepository(stack, "repository", { container: "web", repository: nouns.repository });
  const { place } = emptyFactory;
  const ofRecipe = {
    place,
    componentArn: () => component.arn,
    keyArn: () => key,
  };
  const imageRecipe = new ImageRecipe(stack, "image-recipe", { recipe: nouns.imageRecipe, ...ofRecipe });
  const containerRecipe = new ContainerRecipe(stack, "container-recipe", {
    recipe: nouns.containerRecipe,
    root,
    bucket,
    repositoryName: repository.repositoryName,
    ...ofRecipe,
  });
  const infrastructure = new InfrastructureConfiguration(stack, "infrastructure", {
    infrastructure: nouns.infrastructure,
    instanceProfileName: "build",
    topicArn: nouns.topicArn,
  });
  const { distributions, containerDistributions, pipeline, settings, timeoutHours } = nouns;
  const common = {
    place,
    infrastructureConfigurationArn: infrastructure.arn,
    workflowArn: () => workflow.arn,
    executionRoleArn: role("execution"),
  };
  const ofImage = {
    ...common,
    imageRecipeArn: imageRecipe.arn,
    distributionConfigurationArn: new DistributionConfiguration(stack, "distribution-base", {
      distribution: { id: "base", name: "base", tags: {}, targets: distributions },
      keyArn: () => key,
    }).arn,
  };
  const ofContainer = {
    ...common,
    containerRecipeArn: containerRecipe.arn,
    distributionConfigurationArn: new DistributionConfiguration(stack, "distribution-web", {
      distribution: { id: "web", name: "web", tags: {}, targets: containerDistributions },
      keyArn: () => key,
    }).arn,
  };
  new ImagePipeline(stack, "pipeline-base", { ...ofImage, pipeline: { ...pipeline, settings } });
  new ImagePipeline(stack, "pipeline-web", {
    ...ofContainer,
    pipeline: { ...pipeline, id: "web", name: "web", settings },
  });
  if (timeoutHours !== undefined) {
    const { tags } = pipeline;
    new Image(stack, "image-base", { ...ofImage, name: "base", settings, tags, timeoutHours });
    new Image(stack, "image-web", { ...ofContainer, name: "web", settings, tags, timeoutHours });
  }
  for (const policy of nouns.policies) {
    new LifecyclePolicy(stack, `policy-${policy.name}`, { policy, executionRoleArn: role("lifecycle") });
  }
}
