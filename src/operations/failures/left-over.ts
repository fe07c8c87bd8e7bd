import { DescribeInstancesCommand } from "@aws-sdk/client-ec2";

import { complete } from "../aws/complete";
import type { Connection } from "../aws/connection";
import { orElse } from "../aws/exists";
import type { StepRun } from "../builds/step-run";
import { amiFacts } from "../images/ami-facts";
import { type BuildDetails, builtAmis } from "../images/find-builds";

/** A resource that a failed build has left behind and that costs money until it is deleted. */
export interface LeftOver {
  readonly what: string;
  /** AWS CLI command that deletes it. */
  readonly command: string;
}

/** An AMI id with its region in the outputs of a distribution step. */
const distributed = /"region"\s*:\s*"([a-z0-9-]+)"[^{}]*?"(?:amiId|imageId)"\s*:\s*"(ami-[0-9a-f]+)"/g;
const made = /"imageId"\s*:\s*"(ami-[0-9a-f]+)"/;

/**
 * Finds what a failed build has left behind: its instance, if the environment keeps it, and AMIs, because every failure after
 * CreateOutputAMI leaves a registered AMI.
 *
 * Source: README of AWS's samples for debugging builds: instances carry the tag Ec2ImageBuilderArn. Read 2026-11.
 */
export async function leftOver(
  connection: Connection,
  image: BuildDetails,
  steps: readonly StepRun[],
): Promise<LeftOver[]> {
  const all = [instances(connection, image.arn), amis(connection, image, steps)];
  // If the credentials are not allowed to list resources, the rest of the report is still useful.
  return (await orElse(Promise.all(all), [])).flat();
}

async function instances({ ec2, place }: Connection, arn: string): Promise<LeftOver[]> {
  const { Reservations: reservations = [] } = await ec2().send(
    new DescribeInstancesCommand({
      Filters: [
        { Name: "tag:Ec2ImageBuilderArn", Values: [arn] },
        { Name: "instance-state-name", Values: ["pending", "running", "stopping", "stopped"] },
      ],
    }),
  );
  return reservations
    .flatMap((each) => each.Instances ?? [])
    .map((instance) => complete(instance, "InstanceId", "InstanceType"))
    .map(({ InstanceId: id, InstanceType: type }) => ({
      what: `instance ${id} (${type}), kept for inspection: aws ssm start-session --region ${place.region} --target ${id}`,
      command: `aws ec2 terminate-instances --region ${place.region} --instance-ids ${id}`,
    }));
}

async function amis(connection: Connection, image: BuildDetails, steps: readonly StepRun[]): Promise<LeftOver[]> {
  const { region, account } = connection.place;
  const found = builtAmis(image.outputResources, account);
  for (const { action, outputs = "" } of steps) {
    if (action === "CreateImage" || action === "RegisterImage") {
      const id = made.exec(outputs)?.[1];
      if (id !== undefined) found.push({ id, region, account });
    }
    for (const [, where = "", id = ""] of outputs.matchAll(distributed)) found.push({ id, region: where, account });
  }
  const facts = await amiFacts(connection, found);
  return [...facts].map(([id, each]) => ({
    what: `AMI ${id} in ${each.region} with ${each.snapshots.length === 1 ? "one snapshot" : `${each.snapshots.length} snapshots`}`,
    command: `aws ec2 deregister-image --region ${each.region} --image-id ${id} --delete-associated-snapshots`,
  }));
}
