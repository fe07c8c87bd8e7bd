import { parseArn } from "../../aws/arn";
import { textAt } from "../../review/plan/value";
import type { ResourceInstance } from "./state";

/** The region that an instance of a state is in; undefined where it is in none, or that is not known. */
export type RegionOf = (instance: ResourceInstance) => string | undefined;

/** What the ARN of an instance says, else that of another which the same provider configuration made. */
export function regionsOf(resources: readonly ResourceInstance[]): RegionOf {
  const byProvider = new Map<string, string>();
  for (const instance of resources) {
    const region = regionOfArn(instance);
    if (region !== undefined && !byProvider.has(providerOf(instance))) byProvider.set(providerOf(instance), region);
  }
  return (instance) => regionOfArn(instance) ?? byProvider.get(providerOf(instance));
}

/** A bucket, a role or a policy of IAM has none in its ARN. */
function regionOfArn({ attributes }: ResourceInstance): string | undefined {
  const region = parseArn(textAt(attributes, "arn") ?? "")?.region;
  return region === "" ? undefined : region;
}

function providerOf({ configuredBy }: ResourceInstance): string {
  return configuredBy === undefined ? "" : `${configuredBy.module} ${configuredBy.alias ?? ""}`;
}
