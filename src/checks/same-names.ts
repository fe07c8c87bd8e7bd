import { arnName } from "../aws/resource-name";
import { groupBy } from "../collections/group-by";

/** Those of the items that have the same name in ARNs as another, each with the first such other. */
export function sameNames<T extends { readonly name: string }>(
  items: readonly T[],
): { readonly item: T; readonly other: T }[] {
  return [...groupBy(items, ({ name }) => arnName(name)).values()].flatMap((same) =>
    same.flatMap((item) => {
      const other = same.find((each) => each !== item);
      return other === undefined ? [] : [{ item, other }];
    }),
  );
}
