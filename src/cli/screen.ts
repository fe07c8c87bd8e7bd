import { showsColour } from "./shows-colour";

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
