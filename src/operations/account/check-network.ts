import { DescribeSecurityGroupsCommand, DescribeSubnetsCommand, type Subnet } from "@aws-sdk/client-ec2";

import type { Problem } from "../../problems/problem";
import type { YamlPath } from "../../problems/yaml-source";
import type { Connection } from "../aws/connection";
import type { AccountCheck } from "./account-check";
import { ifExists } from "./exists";

interface Network {
  readonly subnet?: string;
  readonly securityGroups?: readonly string[];
  /** Where each of the two is written. */
  readonly subnetPath: YamlPath;
  readonly groupsPath: YamlPath;
}

/** Subnets and security groups are there, and of one VPC: those of the environment, and of each image and container that has its own. */
export async function checkNetwork(check: AccountCheck): Promise<Problem[]> {
  const { network, images, containers } = check.environment.value;
  const { subnet, securityGroups } = network ?? {};
  const own = [
    ...Object.entries(images).map(([name, { build }]) => ({ path: ["images", name], build })),
    ...Object.entries(containers).map(([name, { build }]) => ({ path: ["containers", name], build })),
  ].flatMap(({ path, build }): Network[] => {
    const given = build?.network;
    if (given === undefined) return [];
    const at = (key: "subnet" | "securityGroups"): YamlPath =>
      given[key] === undefined ? ["network", key] : [...path, "build", "network", key];
    return [
      {
        subnet: given.subnet ?? subnet,
        securityGroups: given.securityGroups ?? securityGroups,
        subnetPath: at("subnet"),
        groupsPath: at("securityGroups"),
      },
    ];
  });
  const ofAll = {
    subnet,
    securityGroups,
    subnetPath: ["network", "subnet"],
    groupsPath: ["network", "securityGroups"],
  };
  const problems = await Promise.all([ofAll, ...own].map(async (each) => problemsOf(each, check)));
  return problems.flat();
}

async function problemsOf(
  { subnet: id, securityGroups = [], subnetPath, groupsPath }: Network,
  { connection, inEnvironment }: AccountCheck,
): Promise<Problem[]> {
  if (id === undefined) return [];
  const { account, region } = connection.place;
  const subnet = await subnetOf(connection, id);
  const problems: Problem[] = [];
  if (subnet === undefined)
    problems.push(
      inEnvironment(subnetPath, {
        code: "account-subnet-missing",
        message: `there is no subnet "${id}" in account ${account}, ${region}`,
        fix: "name a subnet of this account and region",
      }),
    );
  else if (subnet.AvailableIpAddressCount === 0)
    problems.push(
      inEnvironment(subnetPath, {
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
        inEnvironment([...groupsPath, index], {
          code: "account-group-missing",
          message: `there is no security group "${group}" in account ${account}, ${region}`,
          fix: "name a security group of this account and region",
        }),
      );
    else if (subnet !== undefined && known.VpcId !== subnet.VpcId)
      problems.push(
        inEnvironment([...groupsPath, index], {
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
