/**
 * `error`: AWS, Terraform or this program refuses the input, or the build fails. `warning`: allowed, but probably a mistake. `note`: useful
 * to know; no command fails because of a note.
 */
export type Severity = "error" | "warning" | "note";

/** A position in a text file. Lines and columns start at 1; columns count UTF-16 units, as in editors. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Range {
  readonly start: Position;
  /** First position after the range. */
  readonly end: Position;
}

/** One finding in a file of the user: a mistake, or something useful to know. */
export interface Problem extends Position {
  /** Path relative to the project folder, with forward slashes. */
  readonly file: string;
  readonly end?: Position;
  /** Stable, kebab-case name of the rule. Silencing comments and the pages in docs/rules use it. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, the actual value, and what is allowed; in lower case, without a full stop. */
  readonly message: string;
  /** What to write instead, or what a note suggests; an imperative in lower case, without a full stop. */
  readonly fix: string;
}

/** Sorts problems by file, position and code: the order in which a reader fixes them. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.code, b.code),
  );
}

/** Returns the first problem for each key that `keyOf` gives, in the original order. */
export function uniqueBy(problems: readonly Problem[], keyOf: (problem: Problem) => string): Problem[] {
  const first = new Map<string, Problem>();
  for (const problem of problems) {
    const key = keyOf(problem);
    if (!first.has(key)) first.set(key, problem);
  }
  return [...first.values()];
}

/** Compares two texts by UTF-16 code unit. The order is the same on every machine, unlike that of `localeCompare`. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Range of a problem that concerns a file as a whole. */
export const fileStart: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
