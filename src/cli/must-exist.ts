import { writeOneOf } from "../problems/suggest";
import { UsageError } from "./usage-error";

/**
 * Names of environments, or of stacks, as a command takes them.
 *
 * @param known all that there are
 * @throws UsageError where there is none of a name
 */
export function environmentsMustExist(names: readonly string[], known: Iterable<string>): void {
  const all = [...known];
  const unknown = names.find((name) => !all.includes(name));
  if (unknown === undefined) return;
  const fix = all.length === 0 ? "write one to environments/" : writeOneOf(unknown, all);
  throw new UsageError(`there is no environment "${unknown}"; ${fix}`);
}

/** @throws UsageError where there is none of that name */
export function environmentNamed<T>(name: string, all: ReadonlyMap<string, T>): T {
  environmentsMustExist([name], all.keys());
  return all.get(name) as T;
}
