import { parseArn } from "../../aws/arn";
import { textAt } from "../../review/plan/value";
import type { ResourceInstance } from "./state";

/** Returns the region of an instance in a state. Undefined if the resource is global or its region is not known. */
export type RegionOf = (instance: ResourceInstance) => string | undefined;

/** Finds the regions of instances: from the ARN, otherwise from the ARN of another instance with the same provider configuration. */
export function regionsOf(resources: readonly ResourceInstance[]): RegionOf {
  const byProvider = new Map<string | undefined, string>();
  for (const instance of resources) {
    const region = regionOfArn(instance);
    if (region !== undefined && !byProvider.has(providerOf(instance))) byProvider.set(providerOf(instance), region);
  }
  return (instance) => regionOfArn(instance) ?? byProvider.get(providerOf(instance));
}

/** Returns the region in the ARN of an instance. Undefined for buckets and IAM resources, whose ARNs contain no region. */
function regionOfArn({ attributes }: ResourceInstance): string | undefined {
  const region = parseArn(textAt(attributes, "arn"))?.region;
  return region === "" ? undefined : region;
}

function providerOf({ configuredBy }: ResourceInstance): string | undefined {
  return configuredBy && [configuredBy.module, configuredBy.alias].join(" ");
}
