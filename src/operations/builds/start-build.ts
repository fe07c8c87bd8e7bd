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

/** Whether a pipeline is there: the environment has been deployed as far as its image. */
export async function hasPipeline({ imageBuilder, place }: Connection, pipeline: ImagePipeline): Promise<boolean> {
  const request = new GetImagePipelineCommand({ imagePipelineArn: pipelineArn(place, pipeline) });
  return (await ifExists(async () => imageBuilder.send(request))) !== undefined;
}

export interface StartOptions {
  readonly pipeline: ImagePipeline;
  /** 1 to 64 characters: the service answers a second request with the same one by the build that the first one started. */
  readonly clientToken: string;
  /** Tags of the image resource, up to 50. Tags of the pipeline only reach scheduled builds. */
  readonly tags: Readonly<Record<string, string>>;
  readonly patience: Patience;
}

/** Starts a pipeline once, whatever happens on the way. Answers the ARN of the build. */
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

/** Ends a build that is under way; the service then terminates its instance. @param clientToken 1 to 64 characters */
export async function cancelBuild({ imageBuilder }: Connection, arn: string, clientToken: string): Promise<void> {
  await imageBuilder.send(new CancelImageCreationCommand({ imageBuildVersionArn: arn, clientToken }));
}

/**
 * Goes on with a build that failed in its tests or its distribution, without building anew. The service refuses it for any other.
 *
 * @param clientToken 1 to 64 characters
 */
export async function retryBuild({ imageBuilder }: Connection, arn: string, clientToken: string): Promise<void> {
  await imageBuilder.send(new RetryImageCommand({ imageBuildVersionArn: arn, clientToken }));
}
