import { inspectProject } from "../../../src/checks/inspect-project";
import { checkAccount } from "../../../src/operations/account/check-account";
import type { Problem } from "../../../src/problems/problem";
import { resolveFactories } from "../../../src/project/factories";
import { projectFolder } from "../../helpers/project-folder";
import { type Answers, fakeConnection, serviceError } from "../fake-connection";

const component = `schemaVersion: 1.0
phases:
  - name: build
    steps:
      - name: Install
        action: ExecuteBash
        inputs: { commands: ['true'] }
`;

export interface Asked {
  /** Components of the image. Default: one of the project. */
  readonly components?: readonly string[];
  /** Of the image, after its components. */
  readonly image?: string;
  readonly parent?: string;
  /** Of the environment, after its account and region. */
  readonly environment?: string;
  /** A container of the same environment, by its whole file. */
  readonly container?: string;
  /** Lines below the image in the environment. */
  readonly built?: string;
  /** Line of the schedule of the image. Default: `schedule: manual`. */
  readonly schedule?: string;
  readonly answers?: Answers;
}

/** An AMI that suits the image. */
export const suits = {
  ImageId: "ami-0123456789abcdef0",
  State: "available",
  CreationDate: "2026-01-15T00:00:00.000Z",
  Architecture: "x86_64",
  RootDeviceName: "/dev/xvda",
  BlockDeviceMappings: [{ DeviceName: "/dev/xvda", Ebs: { VolumeSize: 8 } }],
};

const arn = "arn:aws:imagebuilder:us-east-1:123456789012";

/** The pipeline of every image, as an earlier deployment has left it. */
export const deployed = {
  arn: `${arn}:image-pipeline/base`,
  imageRecipeArn: `${arn}:image-recipe/base/1.0.0`,
  infrastructureConfigurationArn: `${arn}:infrastructure-configuration/base`,
  distributionConfigurationArn: `${arn}:distribution-configuration/base`,
  executionRole: "arn:aws:iam::123456789012:role/execution",
};

function wouldCreate(): never {
  throw serviceError("DryRunOperationException", 412);
}

/** What an account finds, where all that is not given suits; as `file:line code`, and the problems. */
export async function asked({
  components = ["linux/web"],
  image = "",
  parent,
  environment = "",
  container,
  built = "",
  schedule = "    schedule: manual\n",
  answers = {},
}: Asked) {
  const root = projectFolder({
    "components/linux/web.yaml": component,
    "images/base.yaml": `parent: ${parent ?? "{ ssm: /golden/parent, platform: Linux, rootDevice: /dev/xvda, architecture: x86_64 }"}\ncomponents: [${components.join(", ")}]\n${image}`,
    "environments/dev.yaml": `account: "123456789012"\nregion: us-east-1\n${environment}images:\n  base:\n${schedule}${built}${container === undefined ? "" : "containers:\n  app: { schedule: manual, repository: { create: true } }\n"}`,
    ...(container === undefined ? {} : { "containers/app.yaml": container }),
  });
  const { project, lock, problems: before } = await inspectProject(root);
  expect(before.filter(({ severity }) => severity === "error")).toEqual([]);
  const [factory] = lock === undefined ? [] : resolveFactories(project, lock);
  if (factory === undefined) throw new Error("the project has errors");
  const connection = fakeConnection({
    CreateComponentCommand: wouldCreate,
    CreateDistributionConfigurationCommand: wouldCreate,
    CreateImagePipelineCommand: wouldCreate,
    CreateImageRecipeCommand: wouldCreate,
    CreateInfrastructureConfigurationCommand: wouldCreate,
    CreateLifecyclePolicyCommand: wouldCreate,
    GetImagePipelineCommand: () => ({ imagePipeline: deployed }),
    GetParameterCommand: () => ({ Parameter: { Value: suits.ImageId } }),
    DescribeImagesCommand: () => ({ Images: [suits] }),
    ...answers,
  });
  const problems = await checkAccount(connection, project, factory);
  return { problems, found: problems.map(place) };
}

function place({ file, line, code }: Problem): string {
  return `${file}:${line} ${code}`;
}
