import type { Rule } from "../problems/rule";
import { versionExhausted } from "./rules/version-exhausted";
import { versionLine } from "./rules/version-line";
import { lineOf, parseLine } from "./version";

/**
 * Returns the reason why a version line has no next version.
 *
 * @param what name of the line for messages
 * @param highest highest version so far
 */
export function lineFault(
  line: string,
  what: string,
  highest = "",
): { readonly rule: Rule; readonly message: string; readonly fix: string } {
  if (parseLine(line) === undefined)
    return {
      rule: versionLine,
      message: `${what} is not two numbers up to 2^30-1`,
      fix: 'write major.minor, e.g. "1.0"',
    };
  if (line === lineOf(highest))
    return {
      rule: versionExhausted,
      message: `${what} has no version left after "${highest}"`,
      fix: "write a higher line",
    };
  return {
    rule: versionLine,
    message: `${what} is lower than "${highest}", which was given before`,
    fix: `write "${lineOf(highest)}" or more`,
  };
}
