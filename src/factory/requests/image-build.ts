import { nonEmpty } from "../../collections/non-empty";
import type { BuildSettings } from "../build-settings";
import type { ImagePipeline } from "../pipeline";
import type { Text } from "./text";

/**
 * Returns metadata, tests and scanning of a pipeline, or of an image that Terraform builds.
 * Source: Image Builder API Reference, CreateImagePipeline.
 */
export function testsAndScanning(
  { tests, scanning: { enabled, ecr }, enhancedMetadata }: BuildSettings,
  { isContainer, text }: { readonly isContainer: boolean; readonly text: Text },
) {
  return {
    enhancedImageMetadataEnabled: enhancedMetadata,
    imageTestsConfiguration: { imageTestsEnabled: tests.enabled, timeoutMinutes: tests.timeoutMinutes },
    imageScanningConfiguration: {
      imageScanningEnabled: enabled,
      // Only for containers, because the service refuses it for AMIs.
      ecrConfiguration:
        isContainer && enabled && ecr !== undefined
          ? { repositoryName: text(ecr.repository), containerTags: nonEmpty(ecr.tags.map(text)) }
          : undefined,
    },
  };
}

/** Returns the schedule of a pipeline, if it has one. */
export function scheduleRequest({ schedule }: ImagePipeline) {
  return (
    schedule && {
      scheduleExpression: schedule.expression,
      timezone: schedule.timezone,
      pipelineExecutionStartCondition: schedule.startCondition,
    }
  );
}

/** What happens after a failed workflow, as the API names it. */
export const onFailure = { continue: "CONTINUE", abort: "ABORT" } as const;
