/**
 * The name of an Image Builder resource: what it may be, and what AWS makes of it.
 *
 * Source: Image Builder API Reference, type ResourceName; the AWS provider takes 126 characters of the API's 128. Read 2026-11.
 */
export const resourceNamePattern = /^[-_A-Za-z0-9][-_A-Za-z0-9 ]{1,124}[-_A-Za-z0-9]$/;

/** The pattern in words. */
export const resourceNameShape = "3 to 126 letters, digits, hyphens, underscores and spaces, not a space first or last";

/** What is wrong with a name, as it goes on after the name; undefined where nothing is. */
export function resourceNameFault(name: string): string | undefined {
  if (resourceNamePattern.test(name)) return undefined;
  const odd = /[^-_A-Za-z0-9 ]/u.exec(name)?.[0];
  if (odd !== undefined) return `contains "${odd}"`;
  return /^ | $/.test(name) ? "starts or ends with a space" : `has ${name.length} characters`;
}

/**
 * A name as ARNs hold it, `Golden Image` as `golden-image`. Two names with the same one are one name to Image Builder.
 *
 * Source: Image Builder API Reference, the patterns of its ARNs; answers of the service as users report them.
 */
export function arnName(name: string): string {
  return name.toLowerCase().replace(/[ _]/g, "-");
}

/** A name where there can be no space. Names that this makes the same are the same in ARNs, too. */
export function withoutSpaces(name: string): string {
  return name.replaceAll(" ", "_");
}

/**
 * Whether CloudWatch Logs takes a name of an image or pipeline in that of a log group, which keeps its letter case.
 *
 * Source: CloudWatch Logs API Reference, CreateLogGroup.
 */
export function fitsLogGroup(name: string): boolean {
  return !name.includes(" ");
}
