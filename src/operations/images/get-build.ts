import { GetImageCommand, type Image } from "@aws-sdk/client-imagebuilder";

import type { Connection } from "../aws/connection";
import { OperationError } from "../operation-error";

/** All that the service knows of one build. @throws OperationError where there is none of that ARN */
export async function getBuild({ imageBuilder }: Connection, arn: string): Promise<Image> {
  const { image } = await imageBuilder.send(new GetImageCommand({ imageBuildVersionArn: arn }));
  if (image === undefined) throw new OperationError(`there is no image ${arn}`);
  return image;
}
