import type { Place } from "../aws/place";
import { nonEmpty } from "../collections/non-empty";
import type { BuildSettings } from "../factory/build-settings";
import { onFailure, testsAndScanning } from "../factory/requests/image-build";
import { arnOf } from "../model/reference";
import type { WorkflowReference } from "../model/workflow-reference";
import { parameterBlocks } from "./recipe-component";
import { literal } from "./terraform-literal";

/** The common properties of a pipeline and of an image that Terraform builds. */
export type ImageBuildProps = {
  readonly settings: BuildSettings;
  readonly infrastructureConfigurationArn: string;
  /** Default: the image is not distributed. */
  readonly distributionConfigurationArn?: string;
  readonly place: Place;
  /** Returns the ARN of a workflow of this project by the path of its document. */
  readonly workflowArn: (document: string) => string;
  /** ARN of the role that Image Builder assumes. Used only if the settings need it. */
  readonly executionRoleArn?: string;
} & RecipeArn;

/** The recipe that is built. */
export type RecipeArn = { readonly imageRecipeArn: string } | { readonly containerRecipeArn: string };

/**
 * Returns the common arguments of pipelines and images. Metadata, tests and scanning are always written, even with their default values: if they
 * were omitted later, the provider would keep the old values. All platforms, AMIs and containers support them. Arguments that a platform
 * lacks are written only if they are set.
 */
export function imageBuild(props: ImageBuildProps) {
  const { settings } = props;
  return {
    imageRecipeArn: "imageRecipeArn" in props ? props.imageRecipeArn : undefined,
    containerRecipeArn: "containerRecipeArn" in props ? props.containerRecipeArn : undefined,
    infrastructureConfigurationArn: props.infrastructureConfigurationArn,
    distributionConfigurationArn: props.distributionConfigurationArn,
    executionRole: executionRole(props),
    ...testsAndScanning(settings, { isContainer: "containerRecipeArn" in props, text: literal }),
    workflow: nonEmpty(settings.workflows.map((use) => workflow(use, props))),
  };
}

function executionRole({ settings, executionRoleArn }: ImageBuildProps): string | undefined {
  if (!settings.needsExecutionRole) return undefined;
  if (executionRoleArn === undefined) throw new Error("a pipeline needs an execution role, and there is none");
  return executionRoleArn;
}

function workflow(use: WorkflowReference, { workflowArn, place }: ImageBuildProps) {
  return {
    workflowArn: use.from === "project" ? workflowArn(use.document) : literal(arnOf(use, place)),
    onFailure: use.onFailure && onFailure[use.onFailure],
    parallelGroup: use.parallelGroup,
    parameter: parameterBlocks(use.parameters),
  };
}
