import type { Problem } from "../problem";
import type { Rule } from "../rule";

/** Input of an output format besides the problems. */
export interface FormatContext {
  /** Returns the text of a file that a problem names; undefined if it cannot be read. */
  readonly readText: (file: string) => string | undefined;
  /** Whether the output goes to a terminal that shows colour. */
  readonly colour: boolean;
  /** Width of the terminal in columns. Default: lines are not wrapped. */
  readonly columns?: number;
  /** All rules that could have reported a problem, in any order. */
  readonly rules: readonly Rule[];
}

/** Formats sorted problems as the output of a command. The text ends with a newline or is empty. */
export type Format = (problems: readonly Problem[], context: FormatContext) => string;
