import { RetryImageCommand } from "@aws-sdk/client-imagebuilder";

import type { Connection } from "../aws/connection";

/**
 * Goes on with a build that failed in its tests or its distribution, without building anew. The service refuses it for any other.
 *
 * @param clientToken 1 to 64 characters
 */
export async function retryBuild({ imageBuilder }: Connection, arn: string, clientToken: string): Promise<void> {
  await imageBuilder.send(new RetryImageCommand({ imageBuildVersionArn: arn, clientToken }));
}
