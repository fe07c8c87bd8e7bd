import { parseImageBuilderArn } from "../../../../src/aws/image-builder-arn";
import type { WorkflowType } from "../../../../src/documents/workflows/workflow-action";
import type { Fields } from "../../fields";
import type { Build } from "../build";

/** Returns the values for `$.imagebuilder.…`. Source: Image Builder User Guide, "Use dynamic variables in your workflow document". */
export function variablesOf(build: Build, workflowPhase: WorkflowType): Fields {
  const { image, infrastructure, log, recipe, site } = build;
  const [, imageVersionNumber, imageBuildNumber] = parseImageBuilderArn(build.arn)?.path ?? [];
  const scanning = image.imageScanningConfiguration as Fields | undefined;
  return {
    cloudWatchLogGroup: log.group,
    cloudWatchLogStream: log.stream,
    collectImageMetadata: image.enhancedImageMetadataEnabled !== false,
    collectImageScanFindings: scanning?.imageScanningEnabled === true,
    dateTime: site.now().toISOString(),
    imageBuildNumber: Number(imageBuildNumber),
    imageId: build.amiId ?? build.parentAmiId,
    imageName: image.name,
    imageType: image.type,
    imageVersionNumber,
    instanceProfileName: infrastructure.instanceProfileName,
    platform: image.platform,
    s3Logs: infrastructure.logging,
    securityGroups: infrastructure.securityGroupIds,
    sourceImageARN: recipe.parentImage,
    subnetId: infrastructure.subnetId,
    terminateInstanceOnFailure: infrastructure.terminateInstanceOnFailure,
    workflowPhase,
    workingDirectory: recipe.workingDirectory ?? "/tmp",
  };
}
