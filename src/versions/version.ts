/** The maximum of each number of a version. Source: API field semanticVersion of CreateComponent, "up to 2^30-1". */
export const MAX_NODE = 2 ** 30 - 1;

const node = "(0|[1-9][0-9]{0,9})";
const versionPattern = new RegExp(`^${node}\\.${node}\\.${node}$`);
const linePattern = new RegExp(`^${node}\\.${node}$`);

/** Parses a version such as `1.0.3`. Undefined if the text is not a version that Image Builder accepts. */
export function parseVersion(text: string): readonly number[] | undefined {
  return parse(versionPattern, text);
}

/** Parses a version line such as `1.0`. Undefined if the text is not major.minor with numbers that Image Builder accepts. */
export function parseLine(text: string): readonly number[] | undefined {
  return parse(linePattern, text);
}

/** Compares two versions or two version lines. @returns a negative number if `a` is lower than `b` */
export function compareVersions(a: string, b: string): number {
  const left = a.split(".").map(Number);
  const right = b.split(".").map(Number);
  const differing = left.findIndex((number, index) => number !== right[index]);
  return differing === -1 ? 0 : (left[differing] ?? 0) - (right[differing] ?? 0);
}

/** Returns the line (major.minor) of a version. */
export function lineOf(version: string): string {
  return version.slice(0, version.lastIndexOf("."));
}

/**
 * Returns the lowest version of `line` that is higher than `highest`.
 *
 * @param highest highest version so far; undefined if there is none
 * @returns undefined if the line is lower than that of `highest`, or has no number left
 */
export function nextVersion(line: string, highest: string | undefined): string | undefined {
  if (highest === undefined) return `${line}.0`;
  const order = compareVersions(line, lineOf(highest));
  if (order > 0) return `${line}.0`;
  if (order < 0) return undefined;
  const patch = Number(highest.slice(lineOf(highest).length + 1)) + 1;
  return patch > MAX_NODE ? undefined : `${line}.${patch}`;
}

function parse(pattern: RegExp, text: string): readonly number[] | undefined {
  const numbers = pattern.exec(text)?.slice(1).map(Number);
  return numbers?.every((number) => number <= MAX_NODE) === true ? numbers : undefined;
}
