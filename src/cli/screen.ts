import { isColorSupported } from "picocolors";

/** Properties of the output to which a report is written. */
export interface Screen {
  readonly colour: boolean;
  /** Width in columns; undefined if the output is not a terminal. Lines are then not wrapped. */
  readonly columns?: number;
}

/** Returns the properties of a stream. */
export function screenOf(output: { readonly isTTY?: boolean; readonly columns?: number }): Screen {
  return { colour: showsColour(output), columns: output.isTTY === true ? output.columns : undefined };
}

/** The properties of a file, or of a pipe to another program. */
export const paper: Screen = { colour: false };

/** Checks whether text on this output is coloured: only in a terminal with colours, and not if `NO_COLOR` is set (no-color.org). */
export function showsColour(output: { readonly isTTY?: boolean }): boolean {
  return output.isTTY === true && isColorSupported;
}
