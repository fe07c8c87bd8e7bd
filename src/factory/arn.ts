import { type Partition, partitionOfRegion } from "../aws/regions";
import type { EnvironmentDefinition } from "../definitions/schema/environment";

export function partitionOf(environment: Pick<EnvironmentDefinition, "region" | "partition">): Partition {
  return environment.partition ?? partitionOfRegion(environment.region);
}

/** Where ARNs of one environment point. */
export interface Place {
  readonly partition: Partition;
  readonly region: string;
  readonly account: string;
}

/** The ARN of an Image Builder resource. `owner` is an account, or `aws` for what AWS manages. */
export function imageBuilderArn(
  place: Place,
  owner: string,
  type: "component" | "image" | `workflow/${"build" | "test" | "distribution"}`,
  name: string,
  version: string,
): string {
  return `arn:${place.partition}:imagebuilder:${place.region}:${owner}:${type}/${name}/${version}`;
}
