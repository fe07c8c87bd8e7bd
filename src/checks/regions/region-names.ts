import { otherPartitionOf, regions } from "../../aws/regions";
import { didYouMean } from "../../problems/suggest";

const directions = /^(north|south|east|west|central|northeast|northwest|southeast|southwest)$/;

/**
 * Returns the fix for a wrong region name, or undefined. A name is accepted if it is an AWS region of any partition, or may be a newer
 * region: a known area, a direction, and a number that AWS may have reached.
 */
export function regionFix(region: string): string | undefined {
  if (regions.includes(region) || otherPartitionOf(region) !== undefined) return undefined;
  const { area, direction, number } = partsOf(region);
  const alike = regions.map(partsOf).filter((other) => other.area === area);
  const newest = Math.max(0, ...alike.filter((other) => other.direction === direction).map((other) => other.number));
  if (alike.length > 0 && directions.test(direction) && number > 0 && number <= newest + 2) return undefined;
  return didYouMean(region, regions, "write a region of AWS, e.g. us-east-1");
}

function partsOf(region: string): { readonly area: string; readonly direction: string; readonly number: number } {
  const [number, direction = "", ...area] = region.split("-").reverse();
  return { area: area.reverse().join("-"), direction, number: Number(number) };
}
