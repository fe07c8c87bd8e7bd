import {
  DescribeImageAttributeCommand,
  DescribeImagesCommand,
  type Image as Ami,
  paginateDescribeInstances,
} from "@aws-sdk/client-ec2";

import { complete } from "../aws/complete";
import type { Connection } from "../aws/connection";
import { ifExists } from "../aws/exists";
import type { BuiltAmi } from "./find-builds";

/** EC2's data about an AMI of this account. */
export interface AmiFacts {
  readonly region: string;
  /** State in EC2: `available`, `disabled`, … */
  readonly state: string;
  /** Time of deprecation, ISO 8601. */
  readonly deprecationTime?: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Ids of accounts and ARNs of organizations with launch permission, except the owner; `everybody` for a public AMI. */
  readonly sharedWith: readonly string[];
  /** Ids of instances that were launched from the AMI, unless they are terminated. */
  readonly instances: readonly string[];
  readonly snapshots: readonly string[];
  /** Whether EC2 refuses to deregister the AMI. */
  readonly isProtected: boolean;
  readonly architecture?: string;
}

/** Returns the data of those AMIs that the connection's account owns, by id. AMIs that no longer exist are left out. */
export async function amiFacts(
  connection: Connection,
  amis: readonly BuiltAmi[],
): Promise<ReadonlyMap<string, AmiFacts>> {
  const own = amis.filter(({ account }) => account === connection.place.account);
  const byRegion = new Map<string, string[]>();
  for (const { region, id } of own) byRegion.set(region, [...(byRegion.get(region) ?? []), id]);
  const facts = await Promise.all(
    [...byRegion].map(async ([region, ids]) => factsIn(connection, region, [...new Set(ids)])),
  );
  return new Map(facts.flat());
}

/** Most values of one filter. API: DescribeImages and DescribeInstances. */
const batchSize = 200;

async function factsIn(connection: Connection, region: string, ids: string[]): Promise<[string, AmiFacts][]> {
  const client = connection.ec2(region);
  const batches = Array.from({ length: Math.ceil(ids.length / batchSize) }, (_, index) =>
    ids.slice(index * batchSize, (index + 1) * batchSize),
  );
  const facts: [string, AmiFacts][] = [];
  for (const batch of batches) {
    // Unlike ImageIds, a filter does not fail if an AMI no longer exists.
    const using = { Filters: [{ Name: "image-id", Values: batch }] };
    const all = { ...using, Owners: ["self"], IncludeDeprecated: true, IncludeDisabled: true };
    const { Images: images = [] } = await client.send(new DescribeImagesCommand(all));
    const instances = new Map<string, string[]>();
    for await (const { Reservations: reservations = [] } of paginateDescribeInstances({ client }, using))
      for (const each of reservations.flatMap(({ Instances: started = [] }) => started)) {
        const { ImageId: ami, InstanceId: id, State: state } = complete(each, "ImageId", "InstanceId");
        if (state?.Name !== "terminated") instances.set(ami, [...(instances.get(ami) ?? []), id]);
      }
    for (const image of images.map((each) => complete(each, "ImageId", "State"))) {
      const { ImageId: id } = image;
      const sharedWith = await sharing(connection, region, image);
      facts.push([id, { ...factsOf(region, image), sharedWith, instances: instances.get(id) ?? [] }]);
    }
  }
  return facts;
}

function factsOf(region: string, ami: Ami & { readonly State: string }): Omit<AmiFacts, "sharedWith" | "instances"> {
  return {
    region,
    state: ami.State,
    deprecationTime: ami.DeprecationTime,
    tags: Object.fromEntries((ami.Tags ?? []).map(({ Key: key = "", Value: value = "" }) => [key, value])),
    snapshots: (ami.BlockDeviceMappings ?? []).flatMap(({ Ebs: ebs }) => ebs?.SnapshotId ?? []),
    // `disabled`, or a time until which a cooldown lasts. Source: EC2 API Reference, Image.deregistrationProtection.
    isProtected: (ami.DeregistrationProtection ?? "disabled") !== "disabled",
    architecture: ami.Architecture,
  };
}

async function sharing({ ec2 }: Connection, region: string, ami: Ami): Promise<string[]> {
  const request = new DescribeImageAttributeCommand({ ImageId: ami.ImageId, Attribute: "launchPermission" });
  // The AMI may have been deregistered meanwhile.
  const answer = await ifExists(async () => ec2(region).send(request));
  return (answer?.LaunchPermissions ?? [])
    .flatMap(({ UserId, Group, OrganizationArn, OrganizationalUnitArn }) =>
      Group === "all" ? ["everybody"] : (UserId ?? OrganizationArn ?? OrganizationalUnitArn ?? []),
    )
    .filter((each) => each !== ami.OwnerId);
}

/** Checks whether an AMI is deprecated. @param now milliseconds since 1970 */
export function isDeprecated({ deprecationTime }: Pick<AmiFacts, "deprecationTime">, now: number): boolean {
  return deprecationTime !== undefined && Date.parse(deprecationTime) <= now;
}
