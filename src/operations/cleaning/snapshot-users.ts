import { paginateDescribeImages } from "@aws-sdk/client-ec2";

import type { Connection } from "../aws/connection";

/** The AMIs of this account and region by the snapshots that they stand on. */
export type SnapshotUsers = ReadonlyMap<string, readonly string[]>;

/** An AMI that was registered by hand may stand on the snapshots of another one; EC2 then deletes neither. Volumes are no hindrance: they are copies. */
export async function snapshotUsersIn({ ec2 }: Connection, region: string): Promise<SnapshotUsers> {
  const users = new Map<string, string[]>();
  const pages = paginateDescribeImages(
    { client: ec2(region) },
    { Owners: ["self"], IncludeDeprecated: true, IncludeDisabled: true },
  );
  for await (const { Images: images = [] } of pages)
    for (const { ImageId: ami = "", BlockDeviceMappings: devices = [] } of images)
      for (const { Ebs: ebs } of devices)
        if (ebs?.SnapshotId !== undefined) users.set(ebs.SnapshotId, [...(users.get(ebs.SnapshotId) ?? []), ami]);
  return users;
}
