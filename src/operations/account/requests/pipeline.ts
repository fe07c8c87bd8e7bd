import type { CreateImagePipelineCommandInput, ImagePipeline as Deployed } from "@aws-sdk/client-imagebuilder";

import type { Place } from "../../../aws/place";
import { nonEmpty } from "../../../collections/non-empty";
import type { ImagePipeline } from "../../../factory/pipeline";
import { onFailure, scheduleRequest, testsAndScanning } from "../../../factory/requests/image-build";
import { arnOf } from "../../../model/reference";
import { type DryRun, freeName, unchanged } from "./request";

/**
 * Builds the request for a pipeline. Recipe, configurations and role are those of the deployed pipeline, because they have to exist;
 * everything else is as it would be deployed. Workflows are left out if one of them is of this project, because its new version is created
 * only by the deployment.
 */
export function pipelineRequest(
  pipeline: ImagePipeline,
  deployed: Deployed,
  place: Place,
): DryRun<CreateImagePipelineCommandInput> {
  const { name, description, settings, enabled } = pipeline;
  const { workflows, needsExecutionRole } = settings;
  const given = workflows.flatMap((workflow) => (workflow.from === "project" ? [] : workflow));
  const isContainer = deployed.containerRecipeArn !== undefined;
  return {
    name: freeName(name),
    description,
    status: enabled === false ? "DISABLED" : "ENABLED",
    imageRecipeArn: deployed.imageRecipeArn,
    containerRecipeArn: deployed.containerRecipeArn,
    infrastructureConfigurationArn: deployed.infrastructureConfigurationArn,
    distributionConfigurationArn: deployed.distributionConfigurationArn,
    executionRole: needsExecutionRole ? deployed.executionRole : undefined,
    ...testsAndScanning(settings, { isContainer, text: unchanged }),
    schedule: scheduleRequest(pipeline),
    workflows:
      given.length < workflows.length || deployed.executionRole === undefined
        ? undefined
        : nonEmpty(
            given.map((workflow) => ({
              workflowArn: arnOf(workflow, place),
              onFailure: workflow.onFailure && onFailure[workflow.onFailure],
              parallelGroup: workflow.parallelGroup,
              parameters: nonEmpty(
                Object.entries(workflow.parameters).map(([parameter, value]) => ({ name: parameter, value: [value] })),
              ),
            })),
          ),
  };
}
