import {
  DescribeImagesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  type Vpc,
} from "@aws-sdk/client-ec2";

import { type AmiLookUp, type LookUp, lookUpInWords } from "../../model/look-up";
import { complete } from "../aws/complete";
import type { Connection } from "../aws/connection";
import { ifExists } from "../aws/exists";

/** Returns the subnet with an id, or all that match a look-up; empty if there is none. */
export async function subnetsOf({ ec2 }: Connection, subnet: string | LookUp) {
  const wanted = typeof subnet === "string" ? { SubnetIds: [subnet] } : filtersOf(subnet);
  const answer = await ifExists(async () => ec2().send(new DescribeSubnetsCommand(wanted)));
  return (answer?.Subnets ?? []).map((each) => complete(each, "SubnetId"));
}

/** Returns the security group with an id, or all that match a look-up; empty if there is none. @param vpcId restricts a look-up to this VPC */
export async function securityGroupsOf({ ec2 }: Connection, group: string | LookUp, vpcId?: string) {
  const inVpc: LookUp["filters"] = vpcId === undefined ? {} : { "vpc-id": [vpcId] };
  const wanted =
    typeof group === "string" ? { GroupIds: [group] } : filtersOf({ filters: { ...group.filters, ...inVpc } });
  const answer = await ifExists(async () => ec2().send(new DescribeSecurityGroupsCommand(wanted)));
  return (answer?.SecurityGroups ?? []).map((each) => complete(each, "GroupId"));
}

/** Returns the VPCs that match a look-up. */
export async function vpcsOf({ ec2 }: Connection, lookUp: LookUp): Promise<readonly Vpc[]> {
  return (await ec2().send(new DescribeVpcsCommand(filtersOf(lookUp)))).Vpcs ?? [];
}

/** Returns the newest AMI that matches, which is the one that Terraform takes. */
export async function newestAmi({ ec2 }: Connection, lookUp: AmiLookUp) {
  const { Images: found = [] } = await ec2().send(
    new DescribeImagesCommand({ ...filtersOf(lookUp), Owners: [...lookUp.owners] }),
  );
  const amis = found.map((ami) => complete(ami, "ImageId", "CreationDate"));
  return amis.sort((a, b) => Date.parse(b.CreationDate) - Date.parse(a.CreationDate))[0];
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
