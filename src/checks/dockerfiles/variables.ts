import type { Range } from "../../problems/problem";
import { nearest } from "../../problems/suggest";
import { lineRange } from "./lines";

/** The variables of Image Builder. Source: Image Builder User Guide, create a container recipe. */
export const variables = ["parentImage", "environments", "components"] as const;
export type Variable = (typeof variables)[number];

/** A variable of Image Builder in a template, or what looks like one. */
export interface VariableUse {
  /** Text with its braces. */
  readonly written: string;
  /** The variable that is written, or misspelt; undefined if the text is not similar to one. */
  readonly meant: Variable | undefined;
  /** Whether Image Builder replaces the text. */
  readonly isRight: boolean;
  readonly range: Range;
}

/** Returns a variable as Image Builder replaces it. */
export function inBraces(variable: Variable): string {
  return `{{{ imagebuilder:${variable} }}}`;
}

const right = new RegExp(`^\\{{3}\\s*imagebuilder:(${variables.join("|")})\\s*\\}{3}$`);

/** Returns the variables in a template, except in comments. */
export function variablesIn(text: string): VariableUse[] {
  return text.split(/\r?\n/).flatMap((line, index) =>
    /^\s*#/.test(line)
      ? []
      : [...line.matchAll(/(?<!\{)\$?\{+\s*imagebuilder:([^\s}]*)\s*\}*/gi)].map(
          ({ 0: written, 1: name = "", index: at }) => {
            const meant = nearest(name, variables) as Variable | undefined;
            const range = lineRange(index + 1, at + 1, at + written.length + 1);
            return { written, meant, isRight: right.test(written), range };
          },
        ),
  );
}
