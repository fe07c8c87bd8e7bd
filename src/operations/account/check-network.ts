import { DescribeSecurityGroupsCommand, DescribeSubnetsCommand, type Subnet } from "@aws-sdk/client-ec2";

import type { Problem } from "../../problems/problem";
import type { Connection } from "../aws/connection";
import type { AccountCheck } from "./account-check";
import { ifExists } from "./exists";

/** Subnet and security groups are there, and of one VPC. */
export async function checkNetwork({ connection, environment, inEnvironment }: AccountCheck): Promise<Problem[]> {
  const { subnet: id, securityGroups = [] } = environment.value.network ?? {};
  if (id === undefined) return [];
  const { account, region } = connection.place;
  const subnet = await subnetOf(connection, id);
  const problems: Problem[] = [];
  if (subnet === undefined)
    problems.push(
      inEnvironment(["network", "subnet"], {
        code: "account-subnet-missing",
        message: `there is no subnet "${id}" in account ${account}, ${region}`,
        fix: "name a subnet of this account and region",
      }),
    );
  else if (subnet.AvailableIpAddressCount === 0)
    problems.push(
      inEnvironment(["network", "subnet"], {
        code: "account-subnet-full",
        message: `subnet "${id}" has no free address`,
        fix: "name a larger subnet, or terminate instances in it",
      }),
    );
  for (const [index, group] of securityGroups.entries()) {
    const { SecurityGroups: [known] = [] } =
      (await ifExists(async () => connection.ec2().send(new DescribeSecurityGroupsCommand({ GroupIds: [group] })))) ??
      {};
    if (known === undefined)
      problems.push(
        inEnvironment(["network", "securityGroups", index], {
          code: "account-group-missing",
          message: `there is no security group "${group}" in account ${account}, ${region}`,
          fix: "name a security group of this account and region",
        }),
      );
    else if (subnet !== undefined && known.VpcId !== subnet.VpcId)
      problems.push(
        inEnvironment(["network", "securityGroups", index], {
          code: "account-group-elsewhere",
          message: `security group "${group}" is in ${known.VpcId ?? "no VPC"}, but subnet "${id}" is in ${subnet.VpcId ?? "another"}`,
          fix: "name a security group of the subnet's VPC",
        }),
      );
  }
  return problems;
}

export async function subnetOf({ ec2 }: Connection, id: string): Promise<Subnet | undefined> {
  const answer = await ifExists(async () => ec2().send(new DescribeSubnetsCommand({ SubnetIds: [id] })));
  return answer?.Subnets?.[0];
}
