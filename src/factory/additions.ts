import type { Adopted } from "../definitions/schema/adopted";
import type { Overrides } from "../definitions/schema/overrides";
import type { Range } from "../problems/problem";

/** What a stack holds besides what follows from its definitions. */
export interface Additions {
  readonly adopted?: Sourced<Adopted>;
  readonly overrides?: Sourced<Overrides>;
  /** Whether the ARN and name of every resource is put out. */
  readonly outputsAll: boolean;
}

/** Something that was written to a file. */
export interface Sourced<T> {
  readonly value: T;
  readonly file: string;
  /** Where it stands in the file, by its keys from the top. */
  readonly at: (path: readonly (string | number)[]) => Range;
}
