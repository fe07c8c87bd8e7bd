import { parseArn } from "../../aws/arn";
import type { Place } from "../../aws/place";
import { partitionOfRegion } from "../../aws/regions";
import { partition as partitionSchema } from "../../definitions/schema/common";
import { listOf } from "../../problems/suggest";
import { textAt } from "../../review/plan/value";
import type { ResourceInstance, State, StateFault } from "./state";

/**
 * Finds the account and region of the image factory in a state.
 *
 * Refuses a state without Image Builder resources, or with several accounts or regions, because an environment has one account and one region.
 */
export function placeOfState({ resources }: State): Place | StateFault {
  if (resources.length === 0)
    return {
      code: "state-without-resources",
      message: "the state holds no resources",
      fix: "take the state of before they were destroyed or moved away",
    };
  const found = resources.filter(({ type }) => type.startsWith("aws_imagebuilder_"));
  if (found.length === 0)
    return {
      code: "state-without-image-builder",
      message: `the state holds nothing of EC2 Image Builder; it holds ${typesInWords(resources)}`,
      fix: "name the state that holds the aws_imagebuilder_… resources",
    };
  const places = new Map<string, Place>();
  for (const { attributes } of found) {
    const arn = parseArn(textAt(attributes, "arn"));
    if (arn === undefined) continue;
    const { partition, region, account } = arn;
    const known = partitionSchema.safeParse(partition);
    places.set(`${account} ${region}`, {
      partition: known.success ? known.data : partitionOfRegion(region),
      region,
      account,
    });
  }
  const [place, ...others] = places.values();
  if (place === undefined)
    return {
      code: "state-without-arns",
      message: "no resource of Image Builder in the state has an ARN, so its account and region are not known",
      fix: 'rewrite the state: run "terraform refresh" in the folder of the old code',
    };
  if (others.length > 0) {
    const accounts = new Set([...places.values()].map(({ account }) => account));
    return {
      code: accounts.size > 1 ? "state-of-two-accounts" : "state-of-two-regions",
      message: `the state holds Image Builder in ${listOf([...places.keys()])} (account and region), allowed: one of each`,
      fix: 'split the state first, one for each account and region: docs/adoption.md, "A state that holds more"',
    };
  }
  return place;
}

function typesInWords(resources: readonly ResourceInstance[]): string {
  const counts = new Map<string, number>();
  for (const { type } of resources) counts.set(type, (counts.get(type) ?? 0) + 1);
  const most = [...counts].sort(([, a], [, b]) => b - a).slice(0, 3);
  return most.map(([type, count]) => `${count} ${type}`).join(", ") + (counts.size > 3 ? " and others" : "");
}
