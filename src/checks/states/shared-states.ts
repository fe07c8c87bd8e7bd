import { repeats } from "../../collections/repeats";
import { describeState } from "../../factory/stack-state";
import type { Stack } from "../../project/stacks";
import type { CheckContext } from "../context/check-context";

/** A stack whose state is where another stack keeps its own. */
export interface SharedState {
  readonly stack: Stack;
  readonly first: Stack;
  /** Where both keep it. */
  readonly place: string;
}

/** What is derived has its place first: it is the written one that can be changed. */
export function sharedStates({ stacks }: CheckContext): SharedState[] {
  const placeOf = ({ state }: Stack) => describeState(state);
  const sorted = [...stacks].sort((a, b) => Number(b.receives) - Number(a.receives));
  return repeats(sorted, placeOf).map(({ item, first }) => ({ stack: item, first, place: placeOf(item) }));
}

/** Whether it is the state of a consumer, which nobody wrote, that is in the way. */
export function isConsumersKey({ stack, first }: SharedState): boolean {
  return first.environment !== stack.environment && first.receives && !stack.receives;
}
