/**
 * `error`: AWS refuses it or the build surely fails. `warning`: legal, but likely a mistake. `note`: no mistake, but good to know;
 * no command fails over it.
 */
export type Severity = "error" | "warning" | "note";

/** A place in a text file. Lines and columns count from 1; columns count UTF-16 units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Range {
  readonly start: Position;
  /** The first position after the range. */
  readonly end: Position;
}

/** One thing that is wrong, or good to know, in a file the user wrote. */
export interface Problem extends Position {
  /** As the user would name it: relative to the project folder, with forward slashes. */
  readonly file: string;
  readonly end?: Position;
  /** Stable and kebab-case; what a silencing comment and docs/rules name. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, the value got, and what is allowed; lower case, no full stop. */
  readonly message: string;
  /** What to write instead, or for a note what one may do; an imperative, lower case, no full stop. */
  readonly fix: string;
}

/** By file, then by place in it: the order in which a reader fixes them. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.code, b.code),
  );
}

/** The first of those that `keyOf` gives the same key, in their order. */
export function uniqueBy(problems: readonly Problem[], keyOf: (problem: Problem) => string): Problem[] {
  const first = new Map<string, Problem>();
  for (const problem of problems) {
    const key = keyOf(problem);
    if (!first.has(key)) first.set(key, problem);
  }
  return [...first.values()];
}

/** By code unit: the same order on every machine, unlike `localeCompare`. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Where a problem of a file as a whole points. */
export const fileStart: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
