/** The partitions that this project supports. Source: AWS General Reference, "Amazon Resource Names". Read 2026-11. */
export const partitions = ["aws", "aws-cn", "aws-us-gov"] as const;

export type Partition = (typeof partitions)[number];

export function partitionOfRegion(region: string): Partition {
  if (region.startsWith("cn-")) return "aws-cn";
  if (region.startsWith("us-gov-")) return "aws-us-gov";
  return "aws";
}

/** Other partitions by the prefix of their regions. Source: partitions of the AWS SDKs, as of aws/aws-sdk-go-v2, pull request 3144. Read 2026-11. */
const otherPartitions: readonly (readonly [start: string, partition: string])[] = [
  ["eusc-", "aws-eusc"],
  ["us-iso-", "aws-iso"],
  ["us-isob-", "aws-iso-b"],
  ["eu-isoe-", "aws-iso-e"],
  ["us-isof-", "aws-iso-f"],
];

/** Returns the partition of a region that is in none of `partitions`, or undefined if the region is in one of them. */
export function otherPartitionOf(region: string): string | undefined {
  return otherPartitions.find(([start]) => region.startsWith(start))?.[1];
}

/** The regions of the supported partitions. Source: AWS General Reference, "Regions and Availability Zones". Read 2026-11. */
export const regions: readonly string[] = [
  ...["us-east-1", "us-east-2", "us-west-1", "us-west-2", "us-gov-east-1", "us-gov-west-1"],
  ...["ca-central-1", "ca-west-1", "mx-central-1", "sa-east-1"],
  ...["eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3"],
  ...["ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2"],
  ...["ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-6"],
  ...["ap-southeast-7", "af-south-1", "il-central-1", "me-central-1", "me-south-1", "cn-north-1", "cn-northwest-1"],
];
