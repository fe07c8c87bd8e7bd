import type { Infrastructure } from "../infrastructure";
import { optionalText, type Text, texts } from "./text";

/**
 * Returns what an infrastructure configuration says besides network, profile and topic.
 * Source: Image Builder API Reference, CreateInfrastructureConfiguration.
 */
export function infrastructureRequest(infrastructure: Infrastructure, text: Text) {
  const { metadata, logs } = infrastructure;
  return {
    description: optionalText(infrastructure.description, text),
    instanceTypes: infrastructure.instanceTypes && [...infrastructure.instanceTypes],
    keyPair: optionalText(infrastructure.keyPair, text),
    terminateInstanceOnFailure: infrastructure.terminateOnFailure,
    instanceMetadataOptions: metadata && { httpTokens: metadata.tokens, httpPutResponseHopLimit: metadata.hopLimit },
    logging: logs && { s3Logs: { s3BucketName: text(logs.bucket), s3KeyPrefix: text(logs.prefix) } },
    placement: placement(infrastructure.placement, text),
    resourceTags: texts(infrastructure.instanceTags, text),
  };
}

/** Returns the placement. Undefined for the default: shared hardware in the Availability Zone of the subnet. */
function placement({ tenancy, availabilityZone, host, hostResourceGroup }: Infrastructure["placement"], text: Text) {
  if (tenancy === "default" && (availabilityZone ?? host ?? hostResourceGroup) === undefined) return undefined;
  return { tenancy, availabilityZone, hostId: host, hostResourceGroupArn: optionalText(hostResourceGroup, text) };
}
