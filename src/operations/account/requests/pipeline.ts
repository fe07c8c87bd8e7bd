import type { CreateImagePipelineCommandInput, ImagePipeline as Deployed } from "@aws-sdk/client-imagebuilder";

import type { Place } from "../../../aws/place";
import { nonEmpty } from "../../../collections/non-empty";
import type { ImagePipeline } from "../../../factory/pipeline";
import { arnOf } from "../../../model/reference";
import { type DryRun, freeName } from "./request";

/**
 * Builds the request for a pipeline. Recipe, configurations and role are those of the deployed pipeline, because they have to exist;
 * everything else is as it would be deployed. Workflows are left out if one of them is of this project, because its new version is created
 * only by the deployment.
 */
export function pipelineRequest(
  { name, description, settings, enabled, schedule }: ImagePipeline,
  deployed: Deployed,
  place: Place,
): DryRun<CreateImagePipelineCommandInput> {
  const { tests, scanning, workflows, enhancedMetadata, needsExecutionRole } = settings;
  const given = workflows.flatMap((workflow) => (workflow.from === "project" ? [] : workflow));
  const ecr = deployed.containerRecipeArn === undefined ? undefined : scanning.ecr;
  return {
    name: freeName(name),
    description,
    status: enabled === false ? "DISABLED" : "ENABLED",
    imageRecipeArn: deployed.imageRecipeArn,
    containerRecipeArn: deployed.containerRecipeArn,
    infrastructureConfigurationArn: deployed.infrastructureConfigurationArn,
    distributionConfigurationArn: deployed.distributionConfigurationArn,
    executionRole: needsExecutionRole ? deployed.executionRole : undefined,
    enhancedImageMetadataEnabled: enhancedMetadata,
    imageTestsConfiguration: { imageTestsEnabled: tests.enabled, timeoutMinutes: tests.timeoutMinutes },
    imageScanningConfiguration: {
      imageScanningEnabled: scanning.enabled,
      ecrConfiguration: ecr && { repositoryName: ecr.repository, containerTags: nonEmpty(ecr.tags) },
    },
    schedule: schedule && {
      scheduleExpression: schedule.expression,
      timezone: schedule.timezone,
      pipelineExecutionStartCondition: schedule.startCondition,
    },
    workflows:
      given.length < workflows.length || deployed.executionRole === undefined
        ? undefined
        : nonEmpty(
            given.map((workflow) => ({
              workflowArn: arnOf(workflow, place),
              onFailure: workflow.onFailure && failures[workflow.onFailure],
              parallelGroup: workflow.parallelGroup,
              parameters: nonEmpty(
                Object.entries(workflow.parameters).map(([parameter, value]) => ({ name: parameter, value: [value] })),
              ),
            })),
          ),
  };
}

const failures = { continue: "CONTINUE", abort: "ABORT" } as const;
