/** An operating system as names of it are compared. SUSE's has two names; whether case counts is not documented. */
export function comparableOs(os: string): string {
  return os.toLowerCase().replace(/^suse linux enterprise server\b/, "sles");
}

/**
 * Whether a component for `named` may run on `os`. A name may also be narrower than what is known of the image, as "Ubuntu 24.04" is
 * than "Ubuntu 24": there the service has the last word.
 */
export function isForOs(named: string, os: string): boolean {
  const [a, b] = [comparableOs(named), comparableOs(os)];
  return b.startsWith(a) || (a.startsWith(b) && !/^[a-z0-9]/.test(a.slice(b.length)));
}
