import { CancelImageCreationCommand } from "@aws-sdk/client-imagebuilder";

import type { Connection } from "../aws/connection";

/** Ends a build that is under way; the service then terminates its instance. @param clientToken 1 to 64 characters */
export async function cancelBuild({ imageBuilder }: Connection, arn: string, clientToken: string): Promise<void> {
  await imageBuilder.send(new CancelImageCreationCommand({ imageBuildVersionArn: arn, clientToken }));
}
