/**
 * A value that a rule which nobody can silence has found to be there.
 *
 * @throws Error that names it: a fault of this program, for what lacks it has an error and is never resolved
 */
export function checked<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} is missing, which the checks should have found`);
  return value;
}
