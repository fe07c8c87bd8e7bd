import type { Subnet } from "@aws-sdk/client-ec2";

import { saidOf, writtenBuilds } from "../../factory/written-builds";
import type { LookUp } from "../../model/look-up";
import type { YamlPath } from "../../problems/yaml-source";
import type { Connection } from "../aws/connection";
import type { AccountCheck } from "./account-check";
import { countFault, securityGroupsOf, subnetsOf, vpcsOf } from "./look-ups";

interface Network {
  readonly subnet?: string | LookUp;
  readonly securityGroups?: readonly (string | LookUp)[];
  /** Path of the subnet in environments/<name>.yaml. */
  readonly subnetPath: YamlPath;
  /** Path of the security groups in environments/<name>.yaml. */
  readonly groupsPath: YamlPath;
}

/**
 * Checks that subnets and security groups exist and are in the same VPC: those of the environment, and those of each build with its own
 * network. Each look-up has to match exactly one.
 */
export async function checkNetwork(check: AccountCheck): Promise<void> {
  const environment = check.environment.value;
  const { subnet, securityGroups } = environment.network ?? {};
  const own = writtenBuilds(environment).flatMap((each): Network[] => {
    const said = saidOf(each)?.network;
    const network = each.build?.network;
    if (said === undefined || said === "none" || network === undefined || network === "none") return [];
    const at = (key: "subnet" | "securityGroups"): YamlPath => {
      if (network[key] === undefined) return ["network", key];
      return [...(said[key] === undefined ? each.path.slice(0, 2) : each.path), "build", "network", key];
    };
    return [
      {
        subnet: network.subnet ?? subnet,
        securityGroups: network.securityGroups ?? securityGroups,
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
  await Promise.all([ofAll, ...own].map(async (each) => checkOne(each, check)));
  await checkVpc(check);
}

async function checkVpc({ connection, environment, inEnvironment }: AccountCheck): Promise<void> {
  const vpc = environment.value.network?.vpc;
  if (typeof vpc !== "object") return;
  const fault = countFault("VPC", vpc, (await vpcsOf(connection, vpc)).length, placeOf(connection));
  if (fault !== undefined) inEnvironment(["network", "vpc"], fault);
}

function placeOf({ place }: Connection): string {
  return `account ${place.account}, ${place.region}`;
}

async function checkOne(
  { subnet: given, securityGroups = [], subnetPath, groupsPath }: Network,
  { connection, inEnvironment }: AccountCheck,
): Promise<void> {
  if (given === undefined) return;
  const place = placeOf(connection);
  const subnets = await subnetsOf(connection, given);
  const [subnet] = subnets;
  const countOf = (what: string, lookUp: LookUp, count: number, path: readonly (string | number)[]): void => {
    const fault = countFault(what, lookUp, count, place);
    if (fault !== undefined) inEnvironment(path, fault);
  };
  if (typeof given === "object") countOf("subnet", given, subnets.length, subnetPath);
  else if (subnet === undefined)
    inEnvironment(subnetPath, {
      code: "account-subnet-missing",
      message: `there is no subnet "${given}" in ${place}`,
      fix: "name a subnet of this account and region",
    });
  if (subnet?.AvailableIpAddressCount === 0)
    inEnvironment(subnetPath, {
      code: "account-subnet-full",
      message: `subnet "${subnet.SubnetId}" has no free address`,
      fix: "name a larger subnet, or terminate instances in it",
    });
  for (const [index, group] of securityGroups.entries()) {
    const path = [...groupsPath, index];
    // Terraform looks the security group up in the same VPC.
    const inVpc = typeof given === "object" ? subnet?.VpcId : undefined;
    const groups = await securityGroupsOf(connection, group, inVpc);
    const [known] = groups;
    if (typeof group === "object") countOf("security group", group, groups.length, path);
    else if (known === undefined)
      inEnvironment(path, {
        code: "account-group-missing",
        message: `there is no security group "${group}" in ${place}`,
        fix: "name a security group of this account and region",
      });
    if (known !== undefined && subnet !== undefined && known.VpcId !== subnet.VpcId)
      inEnvironment(path, {
        code: "account-group-elsewhere",
        message: `security group "${known.GroupId}" is in ${known.VpcId ?? "no VPC"}, but subnet "${subnet.SubnetId}" is in ${subnet.VpcId ?? "another"}`,
        fix: "name a security group of the subnet's VPC",
      });
  }
}

/** Returns the subnet with an id, or the first that matches a look-up; undefined if there is none. */
export async function subnetOf(connection: Connection, subnet: string | LookUp): Promise<Subnet | undefined> {
  return (await subnetsOf(connection, subnet))[0];
}
