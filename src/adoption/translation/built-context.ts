import type { Place } from "../../aws/place";
import type { ResourceInstance } from "../state/state";
import type { Note } from "./draft";
import type { InfrastructureSettings } from "./infrastructure";
import type { Words } from "./own-words";
import type { AdoptedRecipe, AdoptedRun, SharedInfrastructure } from "./recipes";
import { nameOf } from "./versions-of";

export type Tags = Readonly<Record<string, string>>;

export interface BuiltContext {
  readonly place: Place;
  /** Document by ARN of a workflow. */
  readonly workflows: ReadonlyMap<string, string>;
  /** Tags that everything has. */
  readonly tags: Tags;
  /** ARNs of keys that the environment makes. */
  readonly createdKeys: ReadonlySet<string>;
  /** How the environment builds unless something says otherwise, and what its configurations are called then. */
  readonly base: InfrastructureSettings;
  readonly baseWords: Words;
  /** The configurations that all share which say nothing of their own. */
  readonly shared: Readonly<Record<AdoptedRecipe["kind"], SharedInfrastructure | undefined>>;
  /** Names of the distributions that several images share. */
  readonly distributions: ReadonlyMap<ResourceInstance, string>;
  /** Addresses of the configurations that something has taken already: a name is there once. */
  readonly taken: Set<string>;
  readonly notes: Note[];
}

/** Undefined where there is none, or several share it. */
export function ownDistribution(
  { distribution }: AdoptedRun,
  { distributions }: BuiltContext,
): ResourceInstance | undefined {
  return distribution === undefined || distributions.has(distribution) ? undefined : distribution;
}

/** A configuration that several use is taken over by the first; the others get their own, of the same content. */
export function takenName(
  derived: string,
  of: ResourceInstance | undefined,
  { taken, notes }: BuiltContext,
): string | undefined {
  if (of === undefined) return undefined;
  if (taken.has(of.address)) {
    notes.push(likeNote(derived, of));
    return undefined;
  }
  taken.add(of.address);
  return unless(derived, nameOf(of));
}

/** Tells of a configuration that is made anew beside one that it is like. @param about what gets it */
export function likeNote(about: string, of: ResourceInstance): Note {
  const kind = of.type.replace("aws_imagebuilder_", "").replaceAll("_", " ");
  return { about, says: `gets its own ${kind}, with the content of "${nameOf(of)}", which others keep` };
}

export function unless(derived: string, name: string): string | undefined {
  return name === derived ? undefined : name;
}
