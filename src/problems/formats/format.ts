import type { Problem } from "../problem";
import type { Rule } from "../rule";

/** What a format may use besides the problems themselves. */
export interface FormatContext {
  /** The text of a file that a problem names; undefined where it cannot be read. */
  readonly readText: (file: string) => string | undefined;
  /** Whether the output goes to a terminal that shows colour. */
  readonly colour: boolean;
  /** Width of the terminal. Default: no line is broken. */
  readonly columns?: number;
  /** Every rule that could have reported, in any order. */
  readonly rules: readonly Rule[];
}

/** Sorted problems as the text that a command prints; it ends with a newline, or is empty. */
export type Format = (problems: readonly Problem[], context: FormatContext) => string;
