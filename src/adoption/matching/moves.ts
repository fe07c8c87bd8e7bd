import type { Adopted } from "../../definitions/schema/adopted";
import { compareText } from "../../problems/problem";
import { withoutKeys } from "../../review/plan/address";
import type { Import } from "../imports";
import { free } from "../translation/slug";
import type { Matching } from "./match";

/** @returns of what is to be imported, what the stack does not declare at that address */
export function undeclared(imports: readonly Import[], { found, created }: Matching): readonly Import[] {
  return imports.filter(
    ({ to, id }) => found.get(to)?.importId !== id && !created.some(({ address }) => address === to),
  );
}

/**
 * Accounts for each resource of a state: it moves to its place in the stack, or leaves the state and stays as it is. That holds for what is in the
 * state alone, such as a random_id, as well: a plan that destroys nothing needs no second look. `removed` takes no keys, so it names resources
 * whole; what moves away from them has moved before.
 */
export function movesOf(matching: Matching, imports: readonly Import[] = []): Adopted {
  const { found, left } = matching;
  const renamed = renamingsOf(matching);
  const moved = [...found]
    .filter(([, { importId }]) => importId === undefined)
    .map(([to, { address: from }]) => ({ from, to: renamed.get(to) ?? to }))
    .filter(({ from, to }) => from !== to)
    .sort((a, b) => compareText(a.to, b.to));
  const removed = new Set(left.map(({ address }) => withoutKeys(address)));
  return {
    moved,
    removed: [...removed].sort(compareText).map((from) => ({ from })),
    renamed: [...renamed].map(([from, to]) => ({ from, to })),
    import: imports.map(({ to, id }) => ({ to: renamed.get(to) ?? to, id })),
  };
}

/**
 * New addresses for what the stack declares where the state has something else. No block of Terraform untangles that: it takes what is at a
 * declared address for what is declared there.
 */
function renamingsOf({ found, created, left }: Matching): ReadonlyMap<string, string> {
  const declared = [...found.keys(), ...created.map(({ address }) => address)];
  const elsewhere = [...found].flatMap(([to, { address }]) =>
    withoutKeys(address) === to ? [] : [withoutKeys(address)],
  );
  const inTheWay = new Set([...elsewhere, ...left.map(({ address }) => withoutKeys(address))]);
  const taken = new Set([...declared, ...inTheWay]);
  return new Map(declared.filter((address) => inTheWay.has(address)).map((address) => [address, free(address, taken)]));
}
