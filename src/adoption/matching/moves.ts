import type { Adopted } from "../../definitions/schema/adopted";
import { compareText } from "../../problems/problem";
import { withoutKeys } from "../../review/plan/address";
import type { ResourceInstance } from "../state/state";
import type { Matching } from "./match";

/** Resources that are in no cloud: Terraform drops them from the state, and nothing is lost. */
const stateOnly = /^(random_|null_resource$|terraform_data$|time_|local_|template_|archive_|tls_|external$)/;

/**
 * Accounts for each resource of a state: it moves to its place in the stack, or leaves the state and stays in AWS. `removed` takes no keys, so it
 * names resources whole; what moves away from them has moved before.
 */
export function movesOf({ found, left }: Matching): Adopted {
  const moved = [...found]
    .map(([to, { address: from }]) => ({ from, to }))
    .filter(({ from, to }) => from !== to)
    .sort((a, b) => compareText(a.to, b.to));
  const removed = new Set(left.filter(({ type }) => !isStateOnly(type)).map(({ address }) => withoutKeys(address)));
  return { moved, removed: [...removed].sort(compareText).map((from) => ({ from })), import: [] };
}

export function isStateOnly(type: string): boolean {
  return stateOnly.test(type);
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
