import { GetImagePipelineCommand, StartImagePipelineExecutionCommand } from "@aws-sdk/client-imagebuilder";

import type { Connection } from "../aws/connection";
import { type Patience, patiently } from "../aws/patience";
import { troubleOf } from "../aws/trouble";
import type { Built } from "../../factory/built";
import { pipelineArn } from "../images/built";

/** Whether the image's pipeline is there: the environment has been deployed as far as this image. */
export async function hasPipeline({ imageBuilder, place }: Connection, built: Built): Promise<boolean> {
  try {
    await imageBuilder.send(new GetImagePipelineCommand({ imagePipelineArn: pipelineArn(place, built) }));
    return true;
  } catch (error) {
    if (troubleOf(error) === "missing") return false;
    throw error;
  }
}

export interface StartOptions {
  readonly built: Built;
  /** 1 to 64 characters: the service answers a second request with the same one by the build that the first one started. */
  readonly clientToken: string;
  /** Tags of the image resource, up to 50. Tags of the pipeline only reach scheduled builds. */
  readonly tags: Readonly<Record<string, string>>;
  readonly patience: Patience;
}

/** Starts the pipeline of an image once, whatever happens on the way. Answers the ARN of the build. */
export async function startBuild({ imageBuilder, place }: Connection, options: StartOptions): Promise<string> {
  const { built, clientToken, tags, patience } = options;
  const command = { imagePipelineArn: pipelineArn(place, built), clientToken, tags };
  const { imageBuildVersionArn } = await patiently(
    async () => imageBuilder.send(new StartImagePipelineExecutionCommand(command)),
    patience,
  );
  if (imageBuildVersionArn === undefined) throw new Error(`starting ${built.name} answered no ARN`);
  return imageBuildVersionArn;
}
