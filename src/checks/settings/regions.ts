import { nearest } from "../../problems/suggest";

/** Source: AWS General Reference, Regions and Availability Zones (2025), with China and GovCloud. */
export const regions: readonly string[] = [
  ...["us-east-1", "us-east-2", "us-west-1", "us-west-2", "us-gov-east-1", "us-gov-west-1"],
  ...["ca-central-1", "ca-west-1", "mx-central-1", "sa-east-1"],
  ...["eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3"],
  ...["ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2"],
  ...["ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-6"],
  ...["ap-southeast-7", "af-south-1", "il-central-1", "me-central-1", "me-south-1", "cn-north-1", "cn-northwest-1"],
];

const directions = /^(north|south|east|west|central|northeast|northwest|southeast|southwest)$/;

/**
 * What is wrong with a region's name; undefined where it is one of AWS, or may be a newer one than this list:
 * a known part of the world, a direction, and a number that AWS could have reached.
 */
export function regionFix(region: string): string | undefined {
  if (regions.includes(region)) return undefined;
  const { area, direction, number } = partsOf(region);
  const alike = regions.map(partsOf).filter((other) => other.area === area);
  const newest = Math.max(0, ...alike.filter((other) => other.direction === direction).map((other) => other.number));
  if (alike.length > 0 && directions.test(direction) && number > 0 && number <= newest + 2) return undefined;
  const near = nearest(region, regions);
  return near === undefined ? "write a region of AWS, e.g. us-east-1" : `did you mean "${near}"?`;
}

function partsOf(region: string): { readonly area: string; readonly direction: string; readonly number: number } {
  const parts = region.split("-");
  return { area: parts.slice(0, -2).join("-"), direction: parts.at(-2) ?? "", number: Number(parts.at(-1)) };
}
