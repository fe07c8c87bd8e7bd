import { DeleteSnapshotCommand, DeregisterImageCommand } from "@aws-sdk/client-ec2";
import { DeleteImageCommand } from "@aws-sdk/client-imagebuilder";

import type { Connection } from "../aws/connection";
import { troubleOf } from "../aws/trouble";
import type { Candidate } from "./plan-clean";

/**
 * Deregisters the AMIs of a build together with their snapshots, which nothing would find without the AMI, then deletes Image Builder's record, which is
 * what finds the AMIs: whatever ends this early, the same command goes on with it.
 */
export async function removeBuild({ ec2, imageBuilder }: Connection, { build, amis }: Candidate): Promise<void> {
  for (const { id, region, snapshots } of amis) {
    const client = ec2(region);
    await unlessGone(async () =>
      client.send(new DeregisterImageCommand({ ImageId: id, DeleteAssociatedSnapshots: true })),
    );
    // For those that could not be deleted together with it.
    for (const snapshot of snapshots)
      await unlessGone(async () => client.send(new DeleteSnapshotCommand({ SnapshotId: snapshot })));
  }
  await unlessGone(async () => imageBuilder.send(new DeleteImageCommand({ imageBuildVersionArn: build.arn })));
}

async function unlessGone(run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (troubleOf(error) !== "missing") throw error;
  }
}
