import type { CreateInfrastructureConfigurationCommandInput } from "@aws-sdk/client-imagebuilder";

import { nonEmptyMap } from "../../../collections/non-empty";
import type { ImageFactory } from "../../../factory/image-factory";
import type { Infrastructure } from "../../../factory/infrastructure";
import { type DryRun, freeName } from "./request";

/** Builds the request for an infrastructure configuration. @param profile name of the instance profile */
export function infrastructureRequest(
  infrastructure: Infrastructure,
  { build, network }: Pick<ImageFactory, "build" | "network">,
  profile: string,
): DryRun<CreateInfrastructureConfigurationCommandInput> {
  const { instanceTypes, placement, metadata, logs, inDefaultVpc } = infrastructure;
  const ofAll = inDefaultVpc ? undefined : network;
  // A security group that the deployment creates does not exist yet, and a subnet without security groups is refused.
  const groups = infrastructure.securityGroups ?? ofAll?.securityGroups;
  const subnet = infrastructure.subnet ?? ofAll?.subnet;
  // Look-ups are not resolved here, so only ids are sent.
  const known = groups?.filter((group) => typeof group === "string");
  const isKnown = known !== undefined && known.length === groups?.length && typeof subnet === "string";
  const logsExist = logs !== undefined && !(build.logs?.create === true && build.logs.name === logs.bucket);
  return {
    name: freeName(infrastructure.name),
    description: infrastructure.description,
    instanceProfileName: profile,
    instanceTypes: instanceTypes && [...instanceTypes],
    keyPair: infrastructure.keyPair,
    subnetId: isKnown ? subnet : undefined,
    securityGroupIds: isKnown ? known : undefined,
    terminateInstanceOnFailure: infrastructure.terminateOnFailure,
    instanceMetadataOptions: metadata && { httpTokens: metadata.tokens, httpPutResponseHopLimit: metadata.hopLimit },
    logging: logsExist ? { s3Logs: { s3BucketName: logs.bucket, s3KeyPrefix: logs.prefix } } : undefined,
    placement: {
      tenancy: placement.tenancy,
      availabilityZone: placement.availabilityZone,
      hostId: placement.host,
      hostResourceGroupArn: placement.hostResourceGroup,
    },
    resourceTags: nonEmptyMap(infrastructure.instanceTags),
  };
}
