/**
 * Returns a value that an earlier check has required. A user cannot silence that check.
 *
 * @throws Error with `what` if the value is missing. That is a bug in this program: definitions with errors are never resolved.
 */
export function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} is missing, which the checks should have found`);
  return value;
}
