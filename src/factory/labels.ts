import type { Tags } from "./tags";

/** What a resource is called, and what is said of it. */
export interface Labels {
  /** Name in AWS. */
  readonly name: string;
  readonly description?: string;
  readonly tags: Tags;
}
