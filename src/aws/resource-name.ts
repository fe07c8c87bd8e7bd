/**
 * The pattern of the name of an Image Builder resource.
 *
 * Source: Image Builder API Reference, type ResourceName; the AWS provider allows 126 of the API's 128 characters. Read 2026-11.
 */
export const resourceNamePattern = /^[-_A-Za-z0-9][-_A-Za-z0-9 ]{1,124}[-_A-Za-z0-9]$/;

/** `resourceNamePattern` in words. */
export const resourceNameShape = "3 to 126 letters, digits, hyphens, underscores and spaces, not a space first or last";

/** Returns what is wrong with a name, as a predicate such as `has 2 characters`, or undefined if the name is valid. */
export function resourceNameFault(name: string): string | undefined {
  if (resourceNamePattern.test(name)) return undefined;
  const odd = /[^-_A-Za-z0-9 ]/u.exec(name)?.[0];
  if (odd !== undefined) return `contains "${odd}"`;
  return /^ | $/.test(name) ? "starts or ends with a space" : `has ${name.length} characters`;
}

/**
 * Returns a name as ARNs contain it: `Golden Image` → `golden-image`. Image Builder treats names with the same result as equal.
 *
 * Source: Image Builder API Reference, the patterns of its ARNs; answers of the service as users report them.
 */
export function arnName(name: string): string {
  return name.toLowerCase().replace(/[ _]/g, "-");
}

/** Replaces the spaces of a name, for places that do not allow them. Names that become equal are also equal in ARNs. */
export function withoutSpaces(name: string): string {
  return name.replaceAll(" ", "_");
}

/**
 * Checks whether the name of a log group can contain the name of an image or pipeline. Log group names keep the letter case.
 *
 * Source: CloudWatch Logs API Reference, CreateLogGroup.
 */
export function fitsLogGroup(name: string): boolean {
  return !name.includes(" ");
}
