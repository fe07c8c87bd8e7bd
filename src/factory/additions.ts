import type { Adopted } from "../definitions/schema/adopted";
import type { Overrides } from "../definitions/schema/overrides";
import type { Range } from "../problems/problem";

/** The parts of a stack that do not follow from the definitions of its images. */
export interface Additions {
  readonly adopted?: Sourced<Adopted>;
  readonly overrides?: Sourced<Overrides>;
  /** True if the stack has outputs with the ARN and name of every resource. */
  readonly outputsAll: boolean;
}

/** A value that was read from a file. */
export interface Sourced<T> {
  readonly value: T;
  readonly file: string;
  /** Returns the range of a path in the file. */
  readonly at: (path: readonly (string | number)[]) => Range;
}
