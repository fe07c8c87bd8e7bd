import type { z } from "zod";

import type { containerSchema } from "../../definitions/schema/container";
import type { environmentSchema } from "../../definitions/schema/environment";
import type { imageSchema } from "../../definitions/schema/image";
import type { VersionedKind } from "../../versions/change";

export type EnvironmentDraft = z.input<typeof environmentSchema>;
export type ImageDraft = z.input<typeof imageSchema>;
export type ContainerDraft = z.input<typeof containerSchema>;

/** What a state becomes: definitions and documents by the names of their files, and the versions that exist. */
export interface Draft {
  readonly environment: EnvironmentDraft;
  readonly images: ReadonlyMap<string, ImageDraft>;
  readonly containers: ReadonlyMap<string, ContainerDraft>;
  /** Text by document: its path below components/ without the ending. */
  readonly components: ReadonlyMap<string, string>;
  /** The same below workflows/. */
  readonly workflows: ReadonlyMap<string, string>;
  /** Text by path in the project. */
  readonly dockerfiles: ReadonlyMap<string, string>;
  readonly versions: readonly ExistingVersion[];
  /** Address in the state of what each file was written for. */
  readonly origins: ReadonlyMap<string, string>;
  /** What each part of the environment's file was written for. */
  readonly sections: readonly Section[];
  readonly notes: readonly Note[];
}

/** A version that AWS has, of what the lock gives versions to. */
export interface ExistingVersion {
  readonly kind: VersionedKind;
  /** A document, an image or a container. */
  readonly name: string;
  readonly version: string;
}

/** What is not as it was, or needs somebody's eye: an address of the state, or a file, and a sentence. */
export interface Note {
  readonly about: string;
  readonly says: string;
}

/** A part of the environment's file, and the address in the state of that without which it would not be there. */
export interface Section {
  readonly path: readonly string[];
  readonly address: string;
}
