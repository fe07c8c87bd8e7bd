import type { EnvironmentDefinition } from "../definitions/schema/environment";

export type Partition = "aws" | "aws-cn" | "aws-us-gov";

/** Source: AWS General Reference, "Amazon Resource Names": China and GovCloud regions have partitions of their own. */
export function partitionOf(environment: Pick<EnvironmentDefinition, "region" | "partition">): Partition {
  return environment.partition ?? partitionOfRegion(environment.region);
}

export function partitionOfRegion(region: string): Partition {
  if (region.startsWith("cn-")) return "aws-cn";
  if (region.startsWith("us-gov-")) return "aws-us-gov";
  return "aws";
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
