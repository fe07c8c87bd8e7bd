import { DeleteSnapshotCommand, DeregisterImageCommand } from "@aws-sdk/client-ec2";
import { DeleteImageCommand } from "@aws-sdk/client-imagebuilder";

import type { Connection } from "../aws/connection";
import { type Trouble, troubleOf } from "../aws/trouble";
import type { Candidate } from "./plan-clean";

/**
 * Deregisters the AMIs of a build together with their snapshots, which nothing would find without the AMI, then deletes Image Builder's record, which is
 * what finds the AMIs: whatever ends this early, the same command goes on with it.
 *
 * @returns the snapshots that stay, for another AMI stands on them; only what is forced comes to this
 */
export async function removeBuild({ ec2, imageBuilder }: Connection, { build, amis }: Candidate): Promise<string[]> {
  const staying: string[] = [];
  for (const { id, region, snapshots } of amis) {
    const client = ec2(region);
    await unless(["missing"], async () =>
      client.send(new DeregisterImageCommand({ ImageId: id, DeleteAssociatedSnapshots: true })),
    );
    // For those that could not be deleted together with it.
    for (const snapshot of snapshots) {
      const trouble = await unless(["missing", "in-use"], async () =>
        client.send(new DeleteSnapshotCommand({ SnapshotId: snapshot })),
      );
      if (trouble === "in-use") staying.push(snapshot);
    }
  }
  await unless(["missing"], async () => imageBuilder.send(new DeleteImageCommand({ imageBuildVersionArn: build.arn })));
  return staying;
}

/** Which of the troubles that are no failure here it came to. */
async function unless(harmless: readonly Trouble[], run: () => Promise<unknown>): Promise<Trouble | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === undefined || !harmless.includes(trouble)) throw error;
    return trouble;
  }
}
