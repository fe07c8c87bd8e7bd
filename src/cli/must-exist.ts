import { writeOneOf } from "../problems/suggest";
import { UsageError } from "./usage-error";

/**
 * Checks that all named environments or stacks exist.
 *
 * @param known names of all that exist
 * @throws UsageError if one does not exist
 */
export function environmentsMustExist(names: readonly string[], known: Iterable<string>): void {
  const all = [...known];
  const unknown = names.find((name) => !all.includes(name));
  if (unknown === undefined) return;
  const fix = all.length === 0 ? "write one to environments/" : writeOneOf(unknown, all);
  throw new UsageError(`there is no environment "${unknown}"; ${fix}`);
}

/** Returns the environment of this name. @throws UsageError if it does not exist */
export function environmentNamed<T>(name: string, all: ReadonlyMap<string, T>): T {
  environmentsMustExist([name], all.keys());
  return all.get(name) as T;
}
