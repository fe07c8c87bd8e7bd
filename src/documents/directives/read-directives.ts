import { nearest } from "../../problems/suggest";
import type { YamlSource } from "../../problems/yaml-source";
import type { Span } from "../../problems/yaml-tree";

/** What a comment of the form `# @name: value` says to this project; see docs/decisions/0007-directives.md. */
export interface Directive {
  /** As written, known or not. */
  readonly name: string;
  /** Without white space around it; may be empty. */
  readonly value: string;
  readonly form: "right" | "no colon" | "below the head";
  /** From the sign to the end of the value. */
  readonly at: Span;
  /** The name with its sign. */
  readonly nameAt: Span;
  /** The value; the name where it is empty. */
  readonly valueAt: Span;
}

export const directiveNames = ["version", "supported-os"] as const;
export type DirectiveName = (typeof directiveNames)[number];

/** Blank lines, comments, and the marks with which a YAML file may begin. */
const headLine = /^(?:[ \t]*\r?$|[ \t]*#|---[ \t\r]*(?:#|$)|%)/;
const comment = /^[ \t]*#+[ \t]*(@([A-Za-z][\w.-]*))([ \t]*:)?([^]*)$/;

/**
 * The directives of a component or workflow document, in the order of its lines: the comments above everything else in it, and
 * those further down at the start of a line that would be directives up there. Comments such as `# @author Jane` are none.
 */
export function readDirectives({ text }: YamlSource): Directive[] {
  const directives: Directive[] = [];
  let inHead = true;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end);
    inHead &&= headLine.test(line);
    const found = inHead || line.startsWith("#") ? directiveOf(line, start, inHead) : undefined;
    if (found !== undefined) directives.push(found);
    // Below the head only the start of a line is looked at.
    const next = inHead ? newline : text.indexOf("\n#", end);
    if (next < 0) break;
    start = next + 1;
  }
  return directives;
}

function directiveOf(line: string, lineStart: number, inHead: boolean): Directive | undefined {
  const found = comment.exec(line);
  if (found === null) return undefined;
  const [, sign = "", name = "", colon, rest = ""] = found;
  // Other programs write @ into comments, too.
  if (colon === undefined && (!inHead || nearest(name.slice(0, 100), directiveNames) === undefined)) return undefined;
  if (!inHead && !(directiveNames as readonly string[]).includes(name)) return undefined;
  const value = rest.trim();
  const start = lineStart + line.indexOf(sign);
  const nameAt = { start, end: start + sign.length };
  const valueStart = nameAt.end + (colon?.length ?? 0) + (rest.length - rest.trimStart().length);
  const valueAt = value === "" ? nameAt : { start: valueStart, end: valueStart + value.length };
  return {
    name,
    value,
    form: !inHead ? "below the head" : colon === undefined ? "no colon" : "right",
    at: { start, end: valueAt.end },
    nameAt,
    valueAt,
  };
}
