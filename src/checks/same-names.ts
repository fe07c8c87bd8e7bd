import { arnName } from "../aws/resource-name";
import { groupBy } from "../collections/group-by";

/** Returns the items whose names become equal in ARNs, each with the first other item of that name. */
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
