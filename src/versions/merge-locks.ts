import { compareText, type Problem } from "../problems/problem";
import { CONTESTED, type Current, currentOf, type Entries, type Entry, floorOf, highestOf, kinds } from "./entry";
import type { CreatedResource, EnvironmentEntry } from "./environment-entry";
import { lockText } from "./lock-text";
import { readLock } from "./read-lock";
import { compareVersions } from "./version";

/** A side of a merge: the name for messages, and the text of the lock. */
export interface LockSide {
  readonly file: string;
  readonly text: string;
}

/**
 * Merges the locks of two branches and keeps all versions of both. A version that both have assigned to different contents can no longer be used, so
 * that the next lock assigns a higher one. The result does not depend on the order of the sides.
 */
export function mergeLocks(ours: LockSide, theirs: LockSide): { text: string; problems: readonly Problem[] } {
  const [left, right] = [readLock(ours.file, ours.text), readLock(theirs.file, theirs.text)];
  const text = lockText(
    merged(left.entries, right.entries),
    mergeMaps(left.environments, right.environments, mergeEnvironments),
  );
  return { text, problems: [...left.problems, ...right.problems] };
}

/** Returns the entries of both maps. Entries with the same key are combined by `merge`. */
function mergeMaps<T>(
  left: ReadonlyMap<string, T>,
  right: ReadonlyMap<string, T>,
  merge: (a: T, b: T) => T,
): Map<string, T> {
  const both = new Map(left);
  for (const [name, b] of right) {
    const a = left.get(name);
    both.set(name, a === undefined ? b : merge(a, b));
  }
  return both;
}

/** Merges two entries of an environment. If account or region differ, either is fine, because the next lock compares it with the definition. */
function mergeEnvironments(a: EnvironmentEntry, b: EnvironmentEntry): EnvironmentEntry {
  const [first, second] = `${a.account} ${a.region}` <= `${b.account} ${b.region}` ? [a, b] : [b, a];
  return {
    account: first.account,
    region: first.region,
    stacks: mergeMaps(first.stacks as ReadonlyMap<string, "filled" | "emptied">, second.stacks, (x, y) =>
      x === "emptied" || y === "emptied" ? "emptied" : "filled",
    ) as EnvironmentEntry["stacks"],
    created: mergeMaps(first.created, second.created, mergeCreated),
    workflows: [...new Set([...first.workflows, ...second.workflows])].sort(compareText),
    network: first.network && second.network,
    // The longer history contains the other one, unless both sides have added names. In that case, the next lock corrects it.
    names: mergeMaps(a.names, b.names, longer),
  };
}

function longer(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a.length !== b.length) return a.length > b.length ? a : b;
  return compareText(JSON.stringify(a), JSON.stringify(b)) <= 0 ? a : b;
}

/** Merges two entries of a resource. If one side has removed it, it is removed; the next lock imports it if a merged definition contains it. */
function mergeCreated(a: CreatedResource, b: CreatedResource): CreatedResource {
  const order = ["kept", "destroyed", "imported", "recreated", "created"];
  const [first, second] = [a, b].sort(
    (x, y) => order.indexOf(x.status) - order.indexOf(y.status) || compareText(x.name, y.name),
  ) as [CreatedResource, CreatedResource];
  return {
    name: first.name,
    status: first.status,
    emptied: first.emptied && second.emptied,
    with: [...new Set([...first.with, ...second.with])].sort(compareText),
  };
}

function merged(left: Entries, right: Entries): Entries {
  const none = new Map<string, Entry>();
  return new Map(kinds.map((kind) => [kind, mergeMaps(left.get(kind) ?? none, right.get(kind) ?? none, mergeEntries)]));
}

function mergeEntries(a: Entry, b: Entry): Entry {
  const given = new Set([...a.versions.keys(), ...b.versions.keys()]);
  const versions = new Map([...given].sort(compareVersions).map((version) => [version, digestIn(version, a, b)]));
  return { versions, current: mergeCurrent(a, b, versions) };
}

function digestIn(version: string, a: Entry, b: Entry): string {
  const [left, right] = [a.versions.get(version), b.versions.get(version)];
  return left !== undefined && right !== undefined && left !== right ? CONTESTED : (left ?? right ?? CONTESTED);
}

/** Returns the higher of both versions in each environment, because either may have been deployed. */
function mergeCurrent(a: Entry, b: Entry, versions: ReadonlyMap<string, string>): Current {
  const named = [a.current, b.current].flatMap((current) => (typeof current === "object" ? [...current.keys()] : []));
  if (named.length === 0)
    return (a.current ?? b.current) === undefined ? undefined : highestOf({ versions, current: undefined });
  return currentOf(
    versions,
    new Map(
      named.flatMap((environment) => {
        const floors = [floorOf(a, environment), floorOf(b, environment)].filter((floor) => floor !== undefined);
        const highest = floors.sort(compareVersions).at(-1);
        return highest === undefined ? [] : [[environment, highest] as const];
      }),
    ),
  );
}
