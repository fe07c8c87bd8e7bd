/** An operating system as names of it are compared. SUSE's has two names; whether case counts is not documented. */
export function comparableOs(os: string): string {
  return os.toLowerCase().replace(/^suse linux enterprise server\b/, "sles");
}
