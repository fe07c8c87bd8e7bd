import { textAt } from "../../review/plan/value";
import { regionsOf } from "../state/region";
import type { ResourceInstance } from "../state/state";

/** Searches a state for the resources that an image factory uses, such as roles, buckets and keys. Excludes resources that stay unmanaged. */
export interface Surroundings {
  /** Returns the instance of a type in the environment's region whose attribute has this value. */
  readonly find: (type: string, attribute: string, value: string | undefined) => ResourceInstance | undefined;
  /** Returns the instances of a type in all regions. */
  readonly all: (type: string) => readonly ResourceInstance[];
}

/**
 * Creates a search over the resources of a state.
 *
 * @param given addresses of resources that stay unmanaged: the project only refers to them
 * @param region region of the environment
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
