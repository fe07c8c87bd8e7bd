import { textAt } from "../../review/plan/value";
import { regionsOf } from "../state/region";
import type { ResourceInstance } from "../state/state";

/** The resources of a state that the image factory stands on, by what they are called. */
export interface Surroundings {
  /** The instance of a type with this value of an attribute in the environment's region, unless the project only names it. */
  readonly find: (type: string, attribute: string, value: string | undefined) => ResourceInstance | undefined;
  /** Those of all regions. */
  readonly all: (type: string) => readonly ResourceInstance[];
}

/**
 * @param given addresses of what stays somebody else's: the project only names it
 * @param region of the environment
 */
export function surroundingsOf(
  resources: readonly ResourceInstance[],
  given: ReadonlySet<string>,
  region: string,
): Surroundings {
  const open = resources.filter(({ address }) => !given.has(address));
  const regionOf = regionsOf(resources);
  const near = open.filter((each) => (regionOf(each) ?? region) === region);
  return {
    find: (type, attribute, value) =>
      value === undefined
        ? undefined
        : near.find((each) => each.type === type && textAt(each.attributes, attribute) === value),
    all: (type) => open.filter((each) => each.type === type),
  };
}
