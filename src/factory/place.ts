import type { Place } from "../aws/place";
import { type Partition, partitionOfRegion } from "../aws/regions";
import type { EnvironmentDefinition } from "../definitions/schema/environment";

export function placeOf(environment: EnvironmentDefinition): Place {
  return { partition: partitionOf(environment), region: environment.region, account: environment.account };
}

export function partitionOf(environment: Pick<EnvironmentDefinition, "region" | "partition">): Partition {
  return environment.partition ?? partitionOfRegion(environment.region);
}
