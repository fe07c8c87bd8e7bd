import { isColorSupported } from "picocolors";

/** What a report is written to. */
export interface Screen {
  readonly colour: boolean;
  /** Its width; absent where it is no terminal, and then nothing is broken into lines. */
  readonly columns?: number;
}

export function screenOf(output: { readonly isTTY?: boolean; readonly columns?: number }): Screen {
  return { colour: showsColour(output), columns: output.isTTY === true ? output.columns : undefined };
}

/** A file, or another program. */
export const paper: Screen = { colour: false };

/** Whether a text for this output is coloured: in a terminal that has colours, unless `NO_COLOR` is set (no-color.org). */
export function showsColour(output: { readonly isTTY?: boolean }): boolean {
  return output.isTTY === true && isColorSupported;
}
