import { DescribeInstanceTypeOfferingsCommand, DescribeKeyPairsCommand } from "@aws-sdk/client-ec2";

import { saidOf, writtenBuilds } from "../../factory/written-builds";
import type { LookUp } from "../../model/look-up";
import type { YamlPath } from "../../problems/yaml-source";
import { ifExists } from "../aws/exists";
import type { AccountCheck } from "./account-check";
import { subnetOf } from "./check-network";

/** Checks that instance types are offered in the subnet's zone, or else in the region, and that key pairs exist. */
export async function checkInstances(check: AccountCheck): Promise<void> {
  const environment = check.environment.value;
  const subnet = environment.network?.subnet;
  const builds = [
    { ...environment.build, subnet, path: ["build"] },
    ...writtenBuilds(environment).map((each) => ({
      ...saidOf(each),
      subnet: each.build?.network === "none" ? undefined : (each.build?.network?.subnet ?? subnet),
      path: [...each.path, "build"],
    })),
  ];
  for (const each of builds) {
    await checkTypes(each, check);
    if (each.keyPair !== undefined && !(each.keyPair === "none" && each.path.length > 1))
      await checkKeyPair(each.keyPair, each.path, check);
  }
}

async function checkTypes(
  {
    instanceTypes = "none",
    subnet,
    path,
  }: { instanceTypes?: "none" | string[]; subnet?: string | LookUp; path: YamlPath },
  { connection, inEnvironment }: AccountCheck,
): Promise<void> {
  if (instanceTypes === "none") return;
  const { region } = connection.place;
  const zone = subnet === undefined ? undefined : (await subnetOf(connection, subnet))?.AvailabilityZone;
  for (const [index, type] of instanceTypes.entries()) {
    const { InstanceTypeOfferings: offers = [] } = await connection.ec2().send(
      new DescribeInstanceTypeOfferingsCommand({
        LocationType: zone === undefined ? "region" : "availability-zone",
        Filters: [
          { Name: "instance-type", Values: [type] },
          { Name: "location", Values: [zone ?? region] },
        ],
      }),
    );
    if (offers.length === 0)
      inEnvironment([...path, "instanceTypes", index], {
        code: "account-type-not-offered",
        message: `instance type "${type}" is not offered in ${zone ?? region}`,
        fix: "name a type that is offered there, or a subnet in another zone",
      });
  }
}

async function checkKeyPair(key: string, path: YamlPath, { connection, inEnvironment }: AccountCheck): Promise<void> {
  const { account, region } = connection.place;
  const known = await ifExists(async () => connection.ec2().send(new DescribeKeyPairsCommand({ KeyNames: [key] })));
  if ((known?.KeyPairs ?? []).length === 0)
    inEnvironment([...path, "keyPair"], {
      code: "account-key-pair-missing",
      message: `there is no key pair "${key}" in account ${account}, ${region}`,
      fix: "name one that exists, or remove keyPair",
    });
}
