import {
  DescribeImagesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  type Image as Ami,
  type SecurityGroup,
  type Subnet,
  type Vpc,
} from "@aws-sdk/client-ec2";

import { type AmiLookUp, type LookUp, lookUpInWords } from "../../model/look-up";
import type { Connection } from "../aws/connection";
import { ifExists } from "../aws/exists";

/** Returns the subnet with an id, or all that match a look-up; empty if there is none. */
export async function subnetsOf({ ec2 }: Connection, subnet: string | LookUp): Promise<readonly Subnet[]> {
  const wanted = typeof subnet === "string" ? { SubnetIds: [subnet] } : filtersOf(subnet);
  return (await ifExists(async () => ec2().send(new DescribeSubnetsCommand(wanted))))?.Subnets ?? [];
}

/** Returns the security group with an id, or all that match a look-up; empty if there is none. @param vpcId restricts a look-up to this VPC */
export async function securityGroupsOf(
  { ec2 }: Connection,
  group: string | LookUp,
  vpcId?: string,
): Promise<readonly SecurityGroup[]> {
  const inVpc: LookUp["filters"] = vpcId === undefined ? {} : { "vpc-id": [vpcId] };
  const wanted =
    typeof group === "string" ? { GroupIds: [group] } : filtersOf({ filters: { ...group.filters, ...inVpc } });
  return (await ifExists(async () => ec2().send(new DescribeSecurityGroupsCommand(wanted))))?.SecurityGroups ?? [];
}

/** Returns the VPCs that match a look-up. */
export async function vpcsOf({ ec2 }: Connection, lookUp: LookUp): Promise<readonly Vpc[]> {
  return (await ec2().send(new DescribeVpcsCommand(filtersOf(lookUp)))).Vpcs ?? [];
}

/** Returns the newest AMI that matches, which is the one that Terraform takes. */
export async function newestAmi({ ec2 }: Connection, lookUp: AmiLookUp): Promise<Ami | undefined> {
  const { Images: found = [] } = await ec2().send(
    new DescribeImagesCommand({ ...filtersOf(lookUp), Owners: [...lookUp.owners] }),
  );
  return [...found].sort((a, b) => Date.parse(b.CreationDate ?? "") - Date.parse(a.CreationDate ?? ""))[0];
}

/** Returns the problem if a look-up does not match exactly one resource, or undefined if it does. */
export function countFault(what: string, lookUp: LookUp, count: number, place: string) {
  if (count === 1) return undefined;
  return {
    code: "account-look-up",
    message: `${count === 0 ? "no" : count} ${what}${count > 1 ? "s fit" : " fits"} in ${place}: ${lookUpInWords(lookUp)}`,
    fix: count === 0 ? "name tags or filters that one has" : "name tags or filters that match exactly one",
  };
}

function filtersOf({ filters }: LookUp) {
  return { Filters: Object.entries(filters).map(([Name, values]) => ({ Name, Values: [...values] })) };
}
