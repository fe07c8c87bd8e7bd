import { howToRun } from "../problems/how-to-run";
import { fileStart, type Problem } from "../problems/problem";
import { problemOf } from "../problems/rule";
import { describeChange, type LockChange } from "./change";
import { entryPlaces } from "./lock-places";
import { staleLock } from "./rules/stale-lock";

/** The current and the new content of a lock file. */
export interface LockOutcome {
  /** The text that `npm run lock` would write. */
  readonly text: string;
  /** The text of the current file. Undefined if there is none. */
  readonly current?: string;
  readonly changes: readonly LockChange[];
  /** True if an earlier release wrote parts of the current file with former terms. Default: false. */
  readonly inFormerWords?: boolean;
}

/** Checks whether the lock file differs from the new content. Ignores CRLF line endings. */
export function isStale({ text, current }: Pick<LockOutcome, "text" | "current">): boolean {
  return current?.replaceAll("\r\n", "\n") !== text;
}

/** Returns a problem for each change that is missing in the lock, at its entry. Empty if the lock is up to date, also with former terms. */
export function staleLockProblems(file: string, outcome: LockOutcome): Problem[] {
  if (!isStale(outcome) || (outcome.inFormerWords === true && outcome.changes.length === 0)) return [];
  const fix = `run "${howToRun("lock")}" and commit the file`;
  if (outcome.current === undefined) return [problemOf(staleLock, file, fileStart, "the file does not exist yet", fix)];
  if (outcome.changes.length === 0)
    return [problemOf(staleLock, file, fileStart, `the file is not laid out as "${howToRun("lock")}" writes it`, fix)];
  const places = entryPlaces(outcome.current);
  return outcome.changes.map((change) =>
    problemOf(staleLock, file, places(change.kind, change.name), describeChange(change), fix),
  );
}
