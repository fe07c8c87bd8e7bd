import { DeleteSnapshotCommand, DeregisterImageCommand } from "@aws-sdk/client-ec2";
import { DeleteImageCommand } from "@aws-sdk/client-imagebuilder";

import type { Connection } from "../aws/connection";
import { failureOf, ifExists } from "../aws/exists";
import type { Candidate } from "./plan-clean";

/**
 * Removes a build. Deregisters each AMI together with its snapshots, which nothing would find without the AMI. Deletes Image Builder's
 * record last, because the record is what finds the AMIs: if the removal is interrupted, the same command continues it.
 *
 * @returns the snapshots that remain because another AMI uses them; this happens only if the removal was forced
 */
export async function removeBuild({ ec2, imageBuilder }: Connection, { build, amis }: Candidate): Promise<string[]> {
  const staying: string[] = [];
  for (const { id, region, snapshots } of amis) {
    const client = ec2(region);
    await ifExists(async () =>
      client.send(new DeregisterImageCommand({ ImageId: id, DeleteAssociatedSnapshots: true })),
    );
    // Deletes the snapshots that were not deleted together with the AMI.
    for (const snapshot of snapshots) {
      const remove = async () => client.send(new DeleteSnapshotCommand({ SnapshotId: snapshot }));
      if ((await failureOf(remove, ["missing", "in-use"])) === "in-use") staying.push(snapshot);
    }
  }
  await ifExists(async () => imageBuilder.send(new DeleteImageCommand({ imageBuildVersionArn: build.arn })));
  return staying;
}
