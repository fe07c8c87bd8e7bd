import { nearest } from "../../problems/suggest";
import type { YamlSource } from "../../problems/yaml-source";
import type { Span } from "../../problems/yaml-tree";

/** A setting in a comment of the form `# @name: value`; see docs/decisions/0007-directives.md. */
export interface Directive {
  /** Name as written; may be unknown. */
  readonly name: string;
  /** Value without surrounding white space; may be empty. */
  readonly value: string;
  readonly form: "right" | "no colon" | "below the head";
  /** Span from `@` to the end of the value. */
  readonly at: Span;
  /** Span of the name, including the `@`. */
  readonly nameAt: Span;
  /** Span of the value, or of the name if the value is empty. */
  readonly valueAt: Span;
}

export const directiveNames = ["version", "supported-os"] as const;
export type DirectiveName = (typeof directiveNames)[number];

/** Matches blank lines, comments, and the markers with which a YAML file can begin. */
const headLine = /^(?:[ \t]*\r?$|[ \t]*#|---[ \t\r]*(?:#|$)|%)/;
const comment = /^[ \t]*#+[ \t]*(@([A-Za-z][\w.-]*))([ \t]*:)?([^]*)$/;

/**
 * Reads the directives of a component or workflow document, in the order of the lines. Directives are comments above all other content.
 * Comments further down at the start of a line are included if they would be directives at the top. Unrelated comments such as `# @author
 * Jane` are not directives.
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
    // Below the head, only comments at the start of a line are considered.
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
  // Other programs also use `@` in comments.
  if (colon === undefined && (!inHead || nearest(name, directiveNames) === undefined)) return undefined;
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
