import { GetImagePipelineCommand, StartImagePipelineExecutionCommand } from "@aws-sdk/client-imagebuilder";

import type { Connection } from "../aws/connection";
import { type Patience, patiently } from "../aws/patience";
import { troubleOf } from "../aws/trouble";
import type { ImagePipeline } from "../../factory/pipeline";
import { pipelineArn } from "../images/built";

/** Whether a pipeline is there: the environment has been deployed as far as its image. */
export async function hasPipeline({ imageBuilder, place }: Connection, pipeline: ImagePipeline): Promise<boolean> {
  try {
    await imageBuilder.send(new GetImagePipelineCommand({ imagePipelineArn: pipelineArn(place, pipeline) }));
    return true;
  } catch (error) {
    if (troubleOf(error) === "missing") return false;
    throw error;
  }
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
