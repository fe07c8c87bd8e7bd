import { type Image as Ami, paginateDescribeImages } from "@aws-sdk/client-ec2";

import type { Connection } from "../aws/connection";

/** All AMIs of this account in a region, deprecated and disabled ones too. */
export interface OwnAmis {
  /**
   * Their ids by the snapshots that they stand on. An AMI that was registered by hand may stand on the snapshots of another one; EC2 then deletes
   * neither. Volumes are no hindrance: they are copies.
   */
  readonly bySnapshot: ReadonlyMap<string, readonly string[]>;
  /**
   * Their ids by the ARN of the build that made them, which Image Builder writes on each as a tag.
   *
   * Source: Image Builder User Guide, "Tag Image Builder output resources"; read 2026-11.
   */
  readonly byBuild: ReadonlyMap<string, readonly string[]>;
}

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
