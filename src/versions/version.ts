/** The largest number that a node of a version may hold. Source: API field semanticVersion of CreateComponent, "up to 2^30-1". */
export const MAX_NODE = 2 ** 30 - 1;

const node = "(0|[1-9][0-9]{0,9})";
const versionPattern = new RegExp(`^${node}\\.${node}\\.${node}$`);
const linePattern = new RegExp(`^${node}\\.${node}$`);

/** The numbers of `1.0.3`; undefined where the text is not a version that the service takes. */
export function parseVersion(text: string): readonly number[] | undefined {
  return parse(versionPattern, text);
}

/** The numbers of `1.0`; undefined where the text is not a major.minor line that the service takes. */
export function parseLine(text: string): readonly number[] | undefined {
  return parse(linePattern, text);
}

/** Negative where `a` is lower than `b`. Both are versions, or both are lines. */
export function compareVersions(a: string, b: string): number {
  const left = a.split(".").map(Number);
  const right = b.split(".").map(Number);
  const differing = left.findIndex((number, index) => number !== right[index]);
  return differing === -1 ? 0 : (left[differing] ?? 0) - (right[differing] ?? 0);
}

/** The major.minor line of a version. */
export function lineOf(version: string): string {
  return version.slice(0, version.lastIndexOf("."));
}

/**
 * The lowest version of `line` that is higher than `highest`.
 *
 * @param highest the highest version given so far; undefined where there is none
 * @returns undefined where there is none: the line is lower than that of `highest`, or has no number left
 */
export function nextVersion(line: string, highest: string | undefined): string | undefined {
  const order = highest === undefined ? 1 : compareVersions(line, lineOf(highest));
  if (highest === undefined || order > 0) return `${line}.0`;
  if (order < 0) return undefined;
  const patch = Number(highest.slice(lineOf(highest).length + 1)) + 1;
  return patch > MAX_NODE ? undefined : `${line}.${patch}`;
}

function parse(pattern: RegExp, text: string): readonly number[] | undefined {
  const numbers = pattern.exec(text)?.slice(1).map(Number);
  return numbers?.every((number) => number <= MAX_NODE) === true ? numbers : undefined;
}
