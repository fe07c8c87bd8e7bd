import type { Place } from "../../aws/place";
import type { ResourceInstance } from "../state/state";
import type { Note } from "./draft";
import type { InfrastructureSettings } from "./infrastructure";
import type { Words } from "./own-words";
import type { AdoptedRecipe, AdoptedRun, SharedInfrastructure } from "./recipes";
import type { Tags } from "./tags";
import { nameOf } from "./versions-of";

export interface BuiltContext {
  readonly place: Place;
  /** Workflow documents by ARN. */
  readonly workflows: ReadonlyMap<string, string>;
  /** Tags that all resources have. */
  readonly tags: Tags;
  /** ARNs of KMS keys that the environment creates. */
  readonly createdKeys: ReadonlySet<string>;
  /** Default build settings of the environment. */
  readonly base: InfrastructureSettings;
  /** Description and tags of the configurations with the default build settings. */
  readonly baseWords: Words;
  /** The infrastructure configurations of all images and of all containers without build settings of their own. */
  readonly shared: Readonly<Record<AdoptedRecipe["kind"], SharedInfrastructure | undefined>>;
  /** Names of the distribution configurations that several images share. */
  readonly distributions: ReadonlyMap<ResourceInstance, string>;
  /** Addresses of the configurations that an image or container has already taken over. Each can be taken over once. */
  readonly taken: Set<string>;
  readonly notes: Note[];
}

/** Returns the distribution configuration of a run. Undefined if the run has none or shares it with other images. */
export function ownDistribution(
  { distribution }: AdoptedRun,
  { distributions }: BuiltContext,
): ResourceInstance | undefined {
  return distribution === undefined || distributions.has(distribution) ? undefined : distribution;
}

/**
 * Returns the name of a configuration if it differs from the derived name. The first user takes over a configuration that several use; further
 * users get a new one with the same content, and a note.
 */
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

/** Returns the note about a new configuration with the content of an existing one. @param about the image or container that gets it */
export function likeNote(about: string, of: ResourceInstance): Note {
  const kind = of.type.replace("aws_imagebuilder_", "").replaceAll("_", " ");
  return { about, says: `gets its own ${kind}, with the content of "${nameOf(of)}", which others keep` };
}

export function unless(derived: string, name: string): string | undefined {
  return name === derived ? undefined : name;
}
