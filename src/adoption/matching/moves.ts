import type { Adopted } from "../../definitions/schema/adopted";
import { compareText } from "../../problems/problem";
import { withoutKeys } from "../../review/plan/address";
import type { Import } from "../imports";
import { free } from "../translation/slug";
import type { Matching } from "./match";

/** Returns the imports whose address the stack does not declare. */
export function undeclared(imports: readonly Import[], { found, created }: Matching): readonly Import[] {
  return imports.filter(
    ({ to, id }) => found.get(to)?.importId !== id && !created.some(({ address }) => address === to),
  );
}

/**
 * Returns the `moved`, `removed` and `import` blocks of an adoption. Each resource of the state either moves to its address in the stack, or is
 * removed from the state and stays in AWS. That includes resources that exist only in the state, such as a random_id, so that the plan destroys
 * nothing. `removed` accepts no keys and thus names whole resources. Terraform moves instances away from them first.
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
 * Returns new addresses for resources of the stack whose address belongs to another resource in the state. No Terraform block can solve that
 * conflict: Terraform treats whatever is at a declared address as the declared resource.
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
