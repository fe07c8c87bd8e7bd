/** Returns the name of an operating system for comparisons. SUSE's system has two names. AWS does not document if case matters. */
export function comparableOs(os: string): string {
  return os.toLowerCase().replace(/^suse linux enterprise server\b/, "sles");
}

/**
 * Checks whether a component for the system `named` can run on `os`. `named` may also be more specific than the known system of the image
 * ("Ubuntu 24.04" and "Ubuntu 24"); in this case the service decides.
 */
export function isForOs(named: string, os: string): boolean {
  const [a, b] = [comparableOs(named), comparableOs(os)];
  return b.startsWith(a) || (a.startsWith(b) && !/^[a-z0-9]/.test(a.slice(b.length)));
}
