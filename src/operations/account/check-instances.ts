import { DescribeInstanceTypeOfferingsCommand, DescribeKeyPairsCommand } from "@aws-sdk/client-ec2";

import type { Problem } from "../../problems/problem";
import type { AccountCheck } from "./account-check";
import { subnetOf } from "./check-network";
import { ifExists } from "./exists";

/** Instance types are offered where they are to run, and the key pair is there. */
export async function checkInstances({ connection, environment, inEnvironment }: AccountCheck): Promise<Problem[]> {
  const { build, network, images, containers } = environment.value;
  const { region } = connection.place;
  const zone =
    network?.subnet === undefined ? undefined : (await subnetOf(connection, network.subnet))?.AvailabilityZone;
  const places = [
    { types: build.instanceTypes ?? [], path: ["build"] },
    ...Object.entries(images).map(([name, each]) => ({
      types: each.build?.instanceTypes ?? [],
      path: ["images", name, "build"],
    })),
    ...Object.entries(containers).map(([name, each]) => ({
      types: each.build?.instanceTypes ?? [],
      path: ["containers", name, "build"],
    })),
  ];
  const problems: Problem[] = [];
  for (const { types, path } of places)
    for (const [index, type] of types.entries()) {
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
        problems.push(
          inEnvironment([...path, "instanceTypes", index], {
            code: "account-type-not-offered",
            message: `instance type "${type}" is not offered in ${zone ?? region}`,
            fix: "name a type that is offered there, or a subnet in another zone",
          }),
        );
    }
  const key = build.keyPair;
  const known =
    key && (await ifExists(async () => connection.ec2().send(new DescribeKeyPairsCommand({ KeyNames: [key] }))));
  if (key !== undefined && (typeof known !== "object" || (known.KeyPairs ?? []).length === 0))
    problems.push(
      inEnvironment(["build", "keyPair"], {
        code: "account-key-pair-missing",
        message: `there is no key pair "${key}" in account ${connection.place.account}, ${region}`,
        fix: "name one that exists, or remove keyPair",
      }),
    );
  return problems;
}
