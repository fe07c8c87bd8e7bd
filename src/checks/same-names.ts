import { arnName } from "../aws/resource-name";
import { groupBy } from "../collections/group-by";

/**
 * Returns the items whose names become equal, each with the first other item of that name.
 *
 * @param folded how names are compared. Default: as in ARNs
 */
export function sameNames<T extends { readonly name: string }>(
  items: readonly T[],
  folded: (name: string) => string = arnName,
): { readonly item: T; readonly other: T }[] {
  return [...groupBy(items, ({ name }) => folded(name)).values()].flatMap((same) =>
    same.flatMap((item) => {
      const other = same.find((each) => each !== item);
      return other === undefined ? [] : [{ item, other }];
    }),
  );
}
