import { compareText } from "../problems/problem";
import type { VersionedKind } from "./change";
import { digestOf } from "./digest";

/** Stands for the digest of a version that two branches gave to different contents: no content may have it any more. */
export const CONTESTED = "contested";

/** All that the lock remembers of one component or recipe. */
export interface Entry {
  /** Every version ever given and the digest of its content, lowest first. */
  readonly versions: ReadonlyMap<string, string>;
  readonly current: Current;
}

/**
 * The version in use. A text: all environments use this one, and none was ever given a higher one. A map: by environment, where they differ.
 * Undefined: nothing uses it any longer.
 */
export type Current = string | ReadonlyMap<string, string> | undefined;

export type Entries = ReadonlyMap<VersionedKind, ReadonlyMap<string, Entry>>;

/** Sections of the file, in its order. */
export const sections: Readonly<Record<VersionedKind, string>> = {
  component: "components",
  imageRecipe: "imageRecipes",
  containerRecipe: "containerRecipes",
  workflow: "workflows",
};

export const kinds = Object.keys(sections) as readonly VersionedKind[];

export const emptyEntry: Entry = { versions: new Map(), current: undefined };

/** The highest version ever given. */
export function highestOf(entry: Entry): string | undefined {
  return [...entry.versions.keys()].at(-1);
}

/**
 * The version that an environment's next one may not be lower than. An environment that the entry does not name may once have had any version,
 * the highest included.
 */
export function floorOf(entry: Entry, environment: string): string | undefined {
  return currentIn(entry, environment) ?? highestOf(entry);
}

/** The version in use in an environment, as far as the entry tells. */
export function currentIn({ current }: Entry, environment: string): string | undefined {
  return typeof current === "string" ? current : current?.get(environment);
}

/** One text where all environments use the highest version; only then does it not matter which environments they are. */
export function currentOf(versions: ReadonlyMap<string, string>, byEnvironment: ReadonlyMap<string, string>): Current {
  const highest = highestOf({ versions, current: undefined });
  if (byEnvironment.size === 0) return undefined;
  return [...byEnvironment.values()].every((version) => version === highest) ? highest : sortedMap(byEnvironment);
}

/** An entry as the members of its JSON object. */
export function entryMembers({ versions, current }: Entry): { current?: unknown; versions: unknown } {
  return {
    current: typeof current === "object" ? Object.fromEntries(sortedMap(current)) : current,
    versions: Object.fromEntries(versions),
  };
}

/** Digest that a change by hand does not fit: of the entry, and of whose it is, so that it cannot be moved either. */
export function integrityOf(kind: VersionedKind, name: string, entry: Entry): string {
  return digestOf({ kind, name, ...entryMembers(entry) });
}

export function sortedMap<T>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...map].sort(([a], [b]) => compareText(a, b)));
}
