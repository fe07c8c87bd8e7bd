import type { CreateInfrastructureConfigurationCommandInput } from "@aws-sdk/client-imagebuilder";

import type { ImageFactory } from "../../../factory/image-factory";
import type { Infrastructure } from "../../../factory/infrastructure";
import { infrastructureRequest as request } from "../../../factory/requests/infrastructure";
import { type DryRun, freeName, unchanged } from "./request";

/** Builds the request for an infrastructure configuration. @param profile name of the instance profile */
export function infrastructureRequest(
  infrastructure: Infrastructure,
  { build, network }: Pick<ImageFactory, "build" | "network">,
  profile: string,
): DryRun<CreateInfrastructureConfigurationCommandInput> {
  const { logs, topic, inDefaultVpc } = infrastructure;
  const ofAll = inDefaultVpc ? undefined : network;
  // A security group that the deployment creates does not exist yet, and a subnet without security groups is refused.
  const groups = infrastructure.securityGroups ?? ofAll?.securityGroups;
  const subnet = infrastructure.subnet ?? ofAll?.subnet;
  // Look-ups are not resolved here, so only ids are sent.
  const known = groups?.filter((group) => typeof group === "string");
  const isKnown = known !== undefined && known.length === groups?.length && typeof subnet === "string";
  const createsLogs = build.logs?.create === true && build.logs.name === logs?.bucket;
  return {
    ...request(createsLogs ? { ...infrastructure, logs: undefined } : infrastructure, unchanged),
    name: freeName(infrastructure.name),
    instanceProfileName: profile,
    subnetId: isKnown ? subnet : undefined,
    securityGroupIds: isKnown ? known : undefined,
    snsTopicArn: typeof topic === "string" ? topic : undefined,
  };
}
