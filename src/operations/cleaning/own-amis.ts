import { type Image as Ami, paginateDescribeImages } from "@aws-sdk/client-ec2";

import { groupBy } from "../../collections/group-by";
import { complete } from "../aws/complete";
import type { Connection } from "../aws/connection";

type OwnAmi = Ami & { readonly ImageId: string };

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
  const amis: OwnAmi[] = [];
  const input = { Owners: ["self"], IncludeDeprecated: true, IncludeDisabled: true };
  for await (const { Images: images = [] } of paginateDescribeImages({ client: ec2(region) }, input))
    amis.push(...images.map((ami) => complete(ami, "ImageId")));
  return {
    bySnapshot: idsBy(amis, ({ BlockDeviceMappings: devices = [] }) =>
      devices.flatMap(({ Ebs: ebs }) => ebs?.SnapshotId ?? []),
    ),
    byBuild: idsBy(amis, ({ Tags: tags = [] }) =>
      tags.flatMap(({ Key: key, Value: value = "" }) => (key === "Ec2ImageBuilderArn" ? value : [])),
    ),
  };
}

function idsBy(amis: readonly OwnAmi[], keysOf: (ami: Ami) => readonly string[]): OwnAmis["byBuild"] {
  const keyed = amis.flatMap((ami) => keysOf(ami).map((key) => ({ key, id: ami.ImageId })));
  return new Map([...groupBy(keyed, ({ key }) => key)].map(([key, same]) => [key, same.map(({ id }) => id)]));
}
