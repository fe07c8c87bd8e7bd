import {
  CancelImageCreationCommand,
  GetImagePipelineCommand,
  RetryImageCommand,
  StartImagePipelineExecutionCommand,
} from "@aws-sdk/client-imagebuilder";

import type { ImagePipeline } from "../../factory/pipeline";
import type { Connection } from "../aws/connection";
import { ifExists } from "../aws/exists";
import { type Patience, patiently } from "../aws/patience";
import { pipelineArn } from "../images/built";

/** Returns a pipeline as it is deployed in AWS, or undefined if it is not. */
export async function deployedPipeline({ imageBuilder, place }: Connection, pipeline: ImagePipeline) {
  const request = new GetImagePipelineCommand({ imagePipelineArn: pipelineArn(place, pipeline) });
  return (await ifExists(async () => imageBuilder.send(request)))?.imagePipeline;
}

export interface StartOptions {
  readonly pipeline: ImagePipeline;
  /** Idempotency token, 1 to 64 characters. A second request with the same token returns the build that the first request started. */
  readonly clientToken: string;
  /** Tags of the image resource, at most 50. Tags of a pipeline reach only scheduled builds. */
  readonly tags: Readonly<Record<string, string>>;
  readonly patience: Patience;
}

/** Starts a pipeline exactly once, even if the request has to be repeated. Returns the ARN of the build. */
export async function startBuild({ imageBuilder, place }: Connection, options: StartOptions): Promise<string> {
  const { pipeline, clientToken, tags, patience } = options;
  const command = { imagePipelineArn: pipelineArn(place, pipeline), clientToken, tags };
  const { imageBuildVersionArn } = await patiently(
    async () => imageBuilder.send(new StartImagePipelineExecutionCommand(command)),
    patience,
  );
  if (imageBuildVersionArn === undefined) throw new Error(`starting ${pipeline.name} answered no ARN`);
  return imageBuildVersionArn;
}

/** Cancels a running build; the service then terminates its instance. @param clientToken 1 to 64 characters */
export async function cancelBuild({ imageBuilder }: Connection, arn: string, clientToken: string): Promise<void> {
  await imageBuilder.send(new CancelImageCreationCommand({ imageBuildVersionArn: arn, clientToken }));
}

/**
 * Continues a build that failed in its tests or its distribution, without building again. The service refuses this for any other build.
 *
 * @param clientToken 1 to 64 characters
 */
export async function retryBuild({ imageBuilder }: Connection, arn: string, clientToken: string): Promise<void> {
  await imageBuilder.send(new RetryImageCommand({ imageBuildVersionArn: arn, clientToken }));
}
