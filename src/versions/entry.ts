import { compareText } from "../problems/problem";
import type { VersionedKind } from "./change";
import { digestOf } from "./digest";

/** The digest of a version that two branches assigned to different contents. No content can use this version. */
export const CONTESTED = "contested";

/** The entry of a component, recipe or workflow in the lock. */
export interface Entry {
  /** Digests of all versions ever assigned, lowest version first. */
  readonly versions: ReadonlyMap<string, string>;
  readonly current: Current;
}

/**
 * The version in use. A text: all environments use this version, and it is the highest ever assigned. A map: versions by environment. Undefined:
 * nothing uses the subject any longer.
 */
export type Current = string | ReadonlyMap<string, string> | undefined;

export type Entries = ReadonlyMap<VersionedKind, ReadonlyMap<string, Entry>>;

/** Names of the sections in the lock file, in order. */
export const sections: Readonly<Record<VersionedKind, string>> = {
  component: "components",
  imageRecipe: "imageRecipes",
  containerRecipe: "containerRecipes",
  workflow: "workflows",
};

export const kinds = Object.keys(sections) as readonly VersionedKind[];

export const emptyEntry: Entry = { versions: new Map(), current: undefined };

/** Returns the highest version ever assigned. */
export function highestOf(entry: Entry): string | undefined {
  return [...entry.versions.keys()].at(-1);
}

/**
 * Returns the minimum for the next version in an environment: its current version, or the highest version if the entry does not name the
 * environment, because the environment may once have had any version.
 */
export function floorOf(entry: Entry, environment: string): string | undefined {
  return currentIn(entry, environment) ?? highestOf(entry);
}

/** Returns the version in use in an environment. Undefined if the entry does not contain it. */
export function currentIn({ current }: Entry, environment: string): string | undefined {
  return typeof current === "string" ? current : current?.get(environment);
}

/** Returns a text if all environments use the highest version, because the names of the environments do not matter then; otherwise a map. */
export function currentOf(versions: ReadonlyMap<string, string>, byEnvironment: ReadonlyMap<string, string>): Current {
  const highest = highestOf({ versions, current: undefined });
  return [...byEnvironment.values()].every((version) => version === highest) ? highest : sortedMap(byEnvironment);
}

/** Returns the members of the JSON object of an entry. */
export function entryMembers({ versions, current }: Entry): { current?: unknown; versions: unknown } {
  return {
    current: typeof current === "object" ? Object.fromEntries(sortedMap(current)) : current,
    versions: Object.fromEntries(versions),
  };
}

/** Returns a digest that detects changes by hand. It includes kind and name, so that an entry cannot be moved. */
export function integrityOf(kind: VersionedKind, name: string, entry: Entry): string {
  return digestOf({ kind, name, ...entryMembers(entry) });
}

export function sortedMap<T>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...map].sort(([a], [b]) => compareText(a, b)));
}
