import type { BuildSettings } from "../../src/factory/build-settings";
import type { Image } from "../../src/factory/built";
import type { Distribution } from "../../src/factory/distribution";
import type { ImageFactory } from "../../src/factory/image-factory";
import type { Connection } from "../../src/operations/aws/connection";
import { least } from "../helpers/nouns";
import { emptyFactory, emptyPipeline, emptySettings } from "../helpers/synthesised";
import { type Answers, fakeConnection, serviceError } from "./fake-connection";

export const home = "us-east-1";
export const abroad = "eu-west-1";

/** A build of the image "web", as AWS has it. */
export interface GivenBuild {
  readonly build: number;
  /** Default: `1.0.0`. */
  readonly version?: string;
  /** Default: `AVAILABLE`. */
  readonly status?: string;
  /** By region. Default: {@link amiOf} in both regions. */
  readonly amis?: Readonly<Record<string, string>>;
  /** Default: the environment's own. */
  readonly amisIn?: string;
  readonly containers?: readonly string[];
  /** Runs of test workflows, the oldest first. */
  readonly tests?: readonly { readonly name: string; readonly status: string; readonly retried?: boolean }[];
}

export interface GivenParameter {
  readonly value: string;
  readonly labels?: readonly string[];
}

export interface GivenAccount {
  readonly builds: readonly GivenBuild[];
  /** AMIs of builds that are not as they were made, by id; `undefined`: gone. */
  readonly amis?: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
  /** Launch permissions by id of the AMI. */
  readonly shared?: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
  readonly instances?: readonly { readonly id: string; readonly ami: string; readonly state: string }[];
  /** By `<region> <name>`, the oldest version first. */
  readonly parameters?: Readonly<Record<string, readonly GivenParameter[]>>;
  /** Recipes: `<name>/<version>`, and the parent image of each. */
  readonly recipes?: Readonly<Record<string, string>>;
  /** AMIs of the home region that no build made, with their snapshot. */
  readonly otherAmis?: Readonly<Record<string, string>>;
  readonly answers?: Answers;
}

/** An account that remembers what is done to it. */
export interface FakeAccount {
  readonly connection: Connection;
  /** Values of an SSM parameter, the oldest first, each with its labels. */
  readonly parameter: (region: string, name: string) => readonly string[];
  /** Ids and ARNs, in the order in which they were removed. */
  readonly removed: readonly string[];
}

/** Id of the AMI of a build. */
export const amiOf = (build: number, region = home): string => `ami-${region === home ? "a" : "b"}${build}`;
export const arnOf = (build: number, version = "1.0.0"): string =>
  `arn:aws:imagebuilder:${home}:123456789012:image/web/${version}/${build}`;

const [distribution] = least.distributions;
if (distribution === undefined) throw new Error("the least there is has no distribution");

const settings: BuildSettings<Distribution> = {
  ...emptySettings,
  distribution: {
    id: "web",
    name: "web",
    tags: {},
    targets: [
      { ...distribution, region: abroad },
      {
        ...distribution,
        region: home,
        ssmParameters: [
          { name: "/images/web", dataType: "aws:ec2:image" },
          { name: "/images/web", account: "111122223333", dataType: "aws:ec2:image" },
        ],
      },
    ],
  },
};

/** The image "web": in two regions, with an SSM parameter at home. */
export const web: Image = {
  kind: "image",
  name: "web",
  recipe: { ...least.imageRecipe, name: "web", recipeName: "web" },
  rootVolume: { encrypted: false } as unknown as Image["rootVolume"],
  settings,
  logGroups: [],
  pipelines: [{ ...emptyPipeline, id: "web", name: "web", settings }],
  alreadyBuilt: false,
};

export const factory: ImageFactory = { ...emptyFactory, images: [web], channels: ["candidate", "stable"] };

interface Version {
  readonly value: string;
  readonly labels: string[];
}

export function fakeAccount(given: GivenAccount): FakeAccount {
  const parameters = new Map(
    Object.entries(given.parameters ?? {}).map(([key, versions]): [string, Version[]] => [
      key,
      versions.map(({ value, labels = [] }) => ({ value, labels: [...labels] })),
    ]),
  );
  const removed: string[] = [];
  const remove = (id: unknown): object => {
    removed.push(String(id));
    return {};
  };
  const idsIn = (input: Readonly<Record<string, unknown>>): readonly string[] =>
    (input.Filters as readonly { readonly Values: readonly string[] }[])[0]?.Values ?? [];
  const connection = fakeConnection({
    ListImagePipelineImagesCommand: () => ({ imageSummaryList: given.builds.map(summary) }),
    ListImagesCommand: () => ({ imageVersionList: [] }),
    ListWorkflowExecutionsCommand: ({ imageBuildVersionArn }) => ({
      workflowExecutions: given.builds
        .filter(({ build, version }) => arnOf(build, version) === imageBuildVersionArn)
        .flatMap(({ tests = [] }) => tests)
        .map(({ name, ...rest }, index) => ({
          workflowExecutionId: `wf-${index}`,
          type: "TEST",
          workflowBuildVersionArn: `arn:aws:imagebuilder:${home}:aws:workflow/test/${name}/1.0.0/1`,
          startTime: `2026-11-27T10:0${index}:00Z`,
          ...rest,
        })),
    }),
    ListImageRecipesCommand: () => ({
      imageRecipeSummaryList: Object.entries(given.recipes ?? {}).map(([recipe, parentImage]) => ({
        arn: `arn:aws:imagebuilder:${home}:123456789012:image-recipe/${recipe}`,
        parentImage,
      })),
    }),
    ListContainerRecipesCommand: () => ({}),
    DescribeImagesCommand: (input, region) => ({
      Images: ("Filters" in input
        ? idsIn(input)
        : [
            ...given.builds.map(({ build }) => amiOf(build, region)),
            ...(region === home ? Object.keys(given.otherAmis ?? {}) : []),
          ]
      ).flatMap((id) =>
        given.amis !== undefined && id in given.amis && given.amis[id] === undefined
          ? []
          : {
              ImageId: id,
              State: "available",
              BlockDeviceMappings: [{ Ebs: { SnapshotId: given.otherAmis?.[id] ?? id.replace("ami", "snap") } }],
              ...given.amis?.[id],
            },
      ),
    }),
    DescribeInstancesCommand: (input) => ({
      Reservations: (given.instances ?? [])
        .filter(({ ami }) => idsIn(input).includes(ami))
        .map(({ id, ami, state }) => ({ Instances: [{ InstanceId: id, ImageId: ami, State: { Name: state } }] })),
    }),
    DescribeImageAttributeCommand: ({ ImageId }) => ({ LaunchPermissions: given.shared?.[String(ImageId)] ?? [] }),
    GetParameterHistoryCommand: ({ Name }, region) => ({
      Parameters: versionsOf(parameters, region, Name).map(({ value, labels }, index) => ({
        Version: index + 1,
        Value: value,
        Labels: labels,
      })),
    }),
    LabelParameterVersionCommand: ({ Name, ParameterVersion, Labels }, region) => {
      const versions = versionsOf(parameters, region, Name);
      const [label = ""] = Labels as readonly string[];
      if (label.startsWith("aws")) return { InvalidLabels: [label] };
      for (const { labels } of versions) if (labels.includes(label)) labels.splice(labels.indexOf(label), 1);
      versions[Number(ParameterVersion) - 1]?.labels.push(label);
      return {};
    },
    PutParameterCommand: ({ Name, Value }, region) => {
      const key = `${region} ${String(Name)}`;
      parameters.set(key, [...(parameters.get(key) ?? []), { value: String(Value), labels: [] }]);
      return {};
    },
    DescribeLaunchTemplateVersionsCommand: () => ({}),
    DescribeFleetsCommand: () => ({ Fleets: [] }),
    DescribeSpotFleetRequestsCommand: () => ({ SpotFleetRequestConfigs: [] }),
    DescribeLaunchConfigurationsCommand: () => ({}),
    DescribeAutoScalingGroupsCommand: () => ({}),
    DeregisterImageCommand: ({ ImageId }) => remove(ImageId),
    DeleteSnapshotCommand: ({ SnapshotId }) => remove(SnapshotId),
    DeleteImageCommand: ({ imageBuildVersionArn }) => remove(imageBuildVersionArn),
    ...given.answers,
  });
  return {
    connection,
    removed,
    parameter: (region, name) =>
      (parameters.get(`${region} ${name}`) ?? []).map(({ value, labels }) => [value, ...labels].join(" ")),
  };
}

function versionsOf(parameters: ReadonlyMap<string, Version[]>, region: string, name: unknown): Version[] {
  const versions = parameters.get(`${region} ${String(name)}`);
  if (versions === undefined) throw serviceError("ParameterNotFound", 400);
  return versions;
}

function summary({ build, version, status = "AVAILABLE", amis, amisIn = "123456789012", containers = [] }: GivenBuild) {
  const made = amis ?? { [home]: amiOf(build), [abroad]: amiOf(build, abroad) };
  return {
    arn: arnOf(build, version),
    state: { status },
    dateCreated: `2026-11-${String(build).padStart(2, "0")}T10:00:00Z`,
    outputResources: {
      amis: Object.entries(made).map(([region, image]) => ({ region, image, accountId: amisIn })),
      containers: containers.map((uri) => ({ region: home, imageUris: [uri] })),
    },
  };
}
