import { howToRun } from "../problems/how-to-run";
import { fileStart, type Problem } from "../problems/problem";
import { problemOf } from "../problems/rule";
import { describeChange, type LockChange } from "./change";
import { entryPlaces } from "./lock-places";
import { staleLock } from "./rules/stale-lock";

/** What a lock file would become. */
export interface LockOutcome {
  /** As `npm run lock` writes it. */
  readonly text: string;
  /** As it is; undefined where there is none. */
  readonly current?: string;
  readonly changes: readonly LockChange[];
  /** Whether an earlier release wrote some of it, in words that are others today. Default: false. */
  readonly inFormerWords?: boolean;
}

/** Whether the file is to be written; a checkout with CRLF line endings is none. */
export function isStale({ text, current }: Pick<LockOutcome, "text" | "current">): boolean {
  return current?.replaceAll("\r\n", "\n") !== text;
}

/** One problem for each change that the lock lacks, at its entry; none where the lock is up to date, if only in the words of an earlier release. */
export function staleLockProblems(file: string, outcome: LockOutcome): Problem[] {
  if (!isStale(outcome) || (outcome.inFormerWords === true && outcome.changes.length === 0)) return [];
  const places = entryPlaces(outcome.current ?? "");
  const fix = `run "${howToRun("lock")}" and commit the file`;
  if (outcome.current === undefined) return [problemOf(staleLock, file, fileStart, "the file does not exist yet", fix)];
  if (outcome.changes.length === 0)
    return [problemOf(staleLock, file, fileStart, `the file is not laid out as "${howToRun("lock")}" writes it`, fix)];
  return outcome.changes.map((change) =>
    problemOf(staleLock, file, places(change.kind, change.name), describeChange(change), fix),
  );
}
