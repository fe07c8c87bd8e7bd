import { type Image as Ami, paginateDescribeImages } from "@aws-sdk/client-ec2";

import type { Connection } from "../aws/connection";

/** All AMIs of this account in a region, including deprecated and disabled ones. */
export interface OwnAmis {
  /**
   * Ids of the AMIs that use a snapshot, by snapshot id. An AMI that was registered by hand can use the snapshots of another AMI. EC2 does
   * not delete a snapshot that an AMI uses. Volumes do not matter: they are copies.
   */
  readonly bySnapshot: ReadonlyMap<string, readonly string[]>;
  /**
   * Ids of the AMIs that a build created, by ARN of the build. Image Builder sets this ARN as a tag on each AMI.
   *
   * Source: Image Builder User Guide, "Tag Image Builder output resources"; read 2026-11.
   */
  readonly byBuild: ReadonlyMap<string, readonly string[]>;
}

/** Lists all AMIs of this account in a region. */
export async function ownAmisIn({ ec2 }: Connection, region: string): Promise<OwnAmis> {
  const amis: Ami[] = [];
  const input = { Owners: ["self"], IncludeDeprecated: true, IncludeDisabled: true };
  for await (const { Images: images = [] } of paginateDescribeImages({ client: ec2(region) }, input))
    amis.push(...images);
  return {
    bySnapshot: idsBy(amis, ({ BlockDeviceMappings: devices = [] }) =>
      devices.flatMap(({ Ebs: ebs }) => ebs?.SnapshotId ?? []),
    ),
    byBuild: idsBy(amis, ({ Tags: tags = [] }) =>
      tags.flatMap(({ Key: key, Value: value = "" }) => (key === "Ec2ImageBuilderArn" ? value : [])),
    ),
  };
}

function idsBy(amis: readonly Ami[], keysOf: (ami: Ami) => readonly string[]): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  for (const ami of amis) for (const key of keysOf(ami)) ids.set(key, [...(ids.get(key) ?? []), ami.ImageId ?? ""]);
  return ids;
}
