import { textAt } from "../../review/plan/value";
import type { ResourceInstance } from "../state/state";

/** The resources of a state that the image factory stands on, by what they are called. */
export interface Surroundings {
  /** The instance of a type with this value of an attribute, unless it has been given up as one that the project makes. */
  readonly find: (type: string, attribute: string, value: string | undefined) => ResourceInstance | undefined;
  readonly all: (type: string) => readonly ResourceInstance[];
}

/** @param given addresses of what stays somebody else's: the project only names it */
export function surroundingsOf(resources: readonly ResourceInstance[], given: ReadonlySet<string>): Surroundings {
  const open = resources.filter(({ address }) => !given.has(address));
  return {
    find: (type, attribute, value) =>
      value === undefined
        ? undefined
        : open.find((each) => each.type === type && textAt(each.attributes, attribute) === value),
    all: (type) => open.filter((each) => each.type === type),
  };
}
