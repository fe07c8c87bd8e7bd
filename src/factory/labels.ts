import type { Tags } from "./tags";

/** Name, description and tags of a resource. */
export interface Labels {
  /** Name in AWS. */
  readonly name: string;
  readonly description?: string;
  readonly tags: Tags;
}
