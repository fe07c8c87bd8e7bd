import type { Place } from "../aws/place";
import { nonEmpty } from "../collections/non-empty";
import type { BuildSettings } from "../factory/build-settings";
import { arnOf } from "../model/reference";
import type { WorkflowReference } from "../model/workflow-reference";
import { parameterBlocks } from "./recipe-component";
import { literal } from "./terraform-literal";

/** What a pipeline and an image have in common: what is built, and how. */
export type ImageBuildProps = {
  readonly settings: BuildSettings;
  readonly infrastructureConfigurationArn: string;
  /** Absent: it goes nowhere else. */
  readonly distributionConfigurationArn?: string;
  readonly place: Place;
  /** ARN of a workflow of this project, by the path of its document. */
  readonly workflowArn: (document: string) => string;
  /** ARN of the role that Image Builder assumes; used where the settings ask for it. */
  readonly executionRoleArn?: string;
} & RecipeArn;

/** What is built. */
export type RecipeArn = { readonly imageRecipeArn: string } | { readonly containerRecipeArn: string };

/**
 * All that the provider treats as sticky is written out, default or not: left out later, it would stay as it was. Each is a setting of every
 * platform, of AMIs and of containers, with the service's own default: metadata, tests and scanning. What one platform lacks is written only where
 * it is asked for.
 */
export function imageBuild(props: ImageBuildProps) {
  const { settings } = props;
  return {
    imageRecipeArn: "imageRecipeArn" in props ? props.imageRecipeArn : undefined,
    containerRecipeArn: "containerRecipeArn" in props ? props.containerRecipeArn : undefined,
    infrastructureConfigurationArn: props.infrastructureConfigurationArn,
    distributionConfigurationArn: props.distributionConfigurationArn,
    executionRole: executionRole(props),
    enhancedImageMetadataEnabled: settings.enhancedMetadata,
    imageTestsConfiguration: {
      imageTestsEnabled: settings.tests.enabled,
      timeoutMinutes: settings.tests.timeoutMinutes,
    },
    imageScanningConfiguration: {
      imageScanningEnabled: settings.scanning.enabled,
      ecrConfiguration: "containerRecipeArn" in props ? ecrConfiguration(settings.scanning) : undefined,
    },
    workflow: nonEmpty(settings.workflows.map((use) => workflow(use, props))),
  };
}

function executionRole({ settings, executionRoleArn }: ImageBuildProps): string | undefined {
  if (!settings.needsExecutionRole) return undefined;
  if (executionRoleArn === undefined) throw new Error("a pipeline needs an execution role, and there is none");
  return executionRoleArn;
}

/** The ECR scan of a container; the service refuses one for AMIs. */
function ecrConfiguration({ enabled, ecr }: BuildSettings["scanning"]) {
  return enabled && ecr !== undefined
    ? { repositoryName: literal(ecr.repository), containerTags: nonEmpty(ecr.tags.map(literal)) }
    : undefined;
}

const failures = { continue: "CONTINUE", abort: "ABORT" } as const;

function workflow(use: WorkflowReference, { workflowArn, place }: ImageBuildProps) {
  return {
    workflowArn: use.from === "project" ? workflowArn(use.document) : literal(arnOf(use, place)),
    onFailure: use.onFailure && failures[use.onFailure],
    parallelGroup: use.parallelGroup,
    parameter: parameterBlocks(use.parameters),
  };
}
