import { isColorSupported } from "picocolors";

/** Whether a text for this output is coloured: in a terminal that has colours, unless `NO_COLOR` is set (no-color.org). */
export function showsColour(output: { readonly isTTY?: boolean }): boolean {
  return output.isTTY === true && isColorSupported;
}
