import type { z } from "zod";

import type { containerSchema } from "../../definitions/schema/container";
import type { environmentSchema } from "../../definitions/schema/environment";
import type { imageSchema } from "../../definitions/schema/image";
import type { VersionedKind } from "../../versions/change";

export type EnvironmentDraft = z.input<typeof environmentSchema>;
export type ImageDraft = z.input<typeof imageSchema>;
export type ContainerDraft = z.input<typeof containerSchema>;

/** The project that a state is translated to: definitions and documents by the names of their files, and the existing versions. */
export interface Draft {
  readonly environment: EnvironmentDraft;
  readonly images: ReadonlyMap<string, ImageDraft>;
  readonly containers: ReadonlyMap<string, ContainerDraft>;
  /** Texts of component documents, by path below components/ without extension. */
  readonly components: ReadonlyMap<string, string>;
  /** Texts of workflow documents, by path below workflows/ without extension. */
  readonly workflows: ReadonlyMap<string, string>;
  /** Texts of Dockerfiles, by path in the project. */
  readonly dockerfiles: ReadonlyMap<string, string>;
  readonly versions: readonly ExistingVersion[];
  /** For each file, the address in the state of the resource that it describes. */
  readonly origins: ReadonlyMap<string, string>;
  /** For each section of the environment file, the resource that it describes. */
  readonly sections: readonly Section[];
  readonly notes: readonly Note[];
}

/** A version in AWS of a component, workflow or recipe. The lock continues from it. */
export interface ExistingVersion {
  readonly kind: VersionedKind;
  /** Name of the document, image or container. */
  readonly name: string;
  readonly version: string;
}

/** A message about something that changes or needs a review. `about` is an address of the state or a file. */
export interface Note {
  readonly about: string;
  readonly says: string;
}

/** A section of the environment file, and the address in the state of the resource that it describes. */
export interface Section {
  readonly path: readonly string[];
  readonly address: string;
}
