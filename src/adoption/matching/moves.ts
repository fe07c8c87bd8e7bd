import type { Adopted } from "../../definitions/schema/adopted";
import { compareText } from "../../problems/problem";
import { withoutKeys } from "../../review/plan/address";
import type { ResourceInstance } from "../state/state";
import type { Matching } from "./match";

/**
 * Accounts for each resource of a state: it moves to its place in the stack, or leaves the state and stays as it is. That holds for what is in the
 * state alone, such as a random_id, as well: a plan that destroys nothing needs no second look. `removed` takes no keys, so it names resources
 * whole; what moves away from them has moved before.
 */
export function movesOf({ found, left }: Matching): Adopted {
  const moved = [...found]
    .map(([to, { address: from }]) => ({ from, to }))
    .filter(({ from, to }) => from !== to)
    .sort((a, b) => compareText(a.to, b.to));
  const removed = new Set(left.map(({ address }) => withoutKeys(address)));
  return { moved, removed: [...removed].sort(compareText).map((from) => ({ from })), import: [] };
}

/**
 * Objects of a state at addresses that the stack declares for something else. No block of Terraform untangles that: it takes what is at a
 * declared address for what is declared there.
 */
export function clashes({ found, created, left }: Matching): readonly ResourceInstance[] {
  const declared = new Set([...found.keys(), ...created.map(({ address }) => address)]);
  const elsewhere = [...found].filter(([to, { address }]) => address !== to && declared.has(address));
  return [
    ...elsewhere.map(([, instance]) => instance),
    ...left.filter(({ address }) => declared.has(withoutKeys(address))),
  ];
}
