import { repeats } from "../../collections/repeats";
import { describeState } from "../../factory/stack-state";
import { compareText } from "../../problems/problem";
import type { Stack } from "../../project/stacks";
import type { CheckContext } from "../context/check-context";

/** A stack whose state is at the same place as that of another stack. */
export interface SharedState {
  readonly stack: Stack;
  readonly first: Stack;
  /** Place of both states. */
  readonly place: string;
}

/**
 * Returns the stacks whose states share a place. Stacks of consumers come first: their place is derived, so the other, written place has to
 * change.
 */
export function sharedStates({ stacks }: CheckContext): SharedState[] {
  const placeOf = ({ state }: Stack) => describeState(state);
  const sorted = [...stacks].sort((a, b) => compareText(b.role, a.role));
  return repeats(sorted, placeOf).map(({ item, first }) => ({ stack: item, first, place: placeOf(item) }));
}

/** Checks whether a state collides with the state of a consumer, whose key is derived. */
export function isConsumersKey({ stack, first }: SharedState): boolean {
  return first.environment !== stack.environment && first.role === "consumer" && stack.role === "builder";
}
