import { exactlyOne } from "../../problems/rules/exactly-one";
import { entryOf, type MapNode } from "../../problems/yaml-tree";
import { orList } from "./describe";
import type { Owner } from "./fields";
import type { Report } from "./report";

/**
 * Checks that a map has exactly one of the given keys.
 *
 * @returns the key, or undefined if the map has none or several of them
 */
export function checkExactlyOne(
  map: MapNode,
  keys: readonly string[],
  owner: Owner,
  report: Report,
): string | undefined {
  const found = keys.flatMap((key) => entryOf(map, key) ?? []);
  const [first, second] = found;
  const all = keys.map((key) => `"${key}"`);
  if (first === undefined) {
    report.add(exactlyOne, owner.at, `${owner.name} has neither ${all.join(" nor ")}`, `add ${orList(all)}`);
    return undefined;
  }
  if (second === undefined) return first.key;
  const names = found.map(({ key }) => `"${key}"`).join(" and ");
  report.add(exactlyOne, second.keyNode, `${owner.name} has ${names}, which exclude each other`, "keep one of them");
  return undefined;
}
