import { arnName } from "../aws/resource-name";

/** Those of the items that have the same name in ARNs as another, each with the first such other. */
export function sameNames<T extends { readonly name: string }>(
  items: readonly T[],
): { readonly item: T; readonly other: T }[] {
  const byArn = new Map<string, T[]>();
  for (const item of items) byArn.set(arnName(item.name), [...(byArn.get(arnName(item.name)) ?? []), item]);
  return [...byArn.values()].flatMap((same) =>
    same.flatMap((item) => {
      const other = same.find((each) => each !== item);
      return other === undefined ? [] : [{ item, other }];
    }),
  );
}
