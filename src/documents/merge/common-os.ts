import { comparableOs } from "../os-name";

/**
 * Returns the operating systems that all documents support. A name matches all systems whose names begin with it. Empty if any system is
 * supported; undefined if the documents have no system in common.
 *
 * Source: API field CreateComponent.supportedOsVersions, a prefix match against the OS of the base image.
 *
 * @param lists `@supported-os` of each document; empty for any system
 */
export function commonOs(lists: readonly (readonly string[])[]): readonly string[] | undefined {
  const [first = [], ...rest] = lists.filter(({ length }) => length > 0);
  let common: readonly string[] = first;
  for (const list of rest) {
    common = [...new Set(common.flatMap((a) => list.flatMap((b) => narrower(a, b) ?? [])))];
    if (common.length === 0) return undefined;
  }
  return common;
}

function narrower(a: string, b: string): string | undefined {
  const [left, right] = [comparableOs(a), comparableOs(b)];
  if (left.startsWith(right)) return a;
  return right.startsWith(left) ? b : undefined;
}
