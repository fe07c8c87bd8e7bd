import type { Range } from "../../problems/problem";
import { lineRange } from "./lines";

/** An instruction of a Dockerfile including its continuation lines. */
export interface Instruction {
  /** Keyword in upper case. */
  readonly keyword: string;
  /** Text after the keyword, joined to one line, with one blank for several. */
  readonly rest: string;
  /** Range of the keyword in its first line. */
  readonly range: Range;
}

/** A line that Image Builder replaces with instructions during the build. */
const variableLine = /^\s*\$?\{+\s*imagebuilder:/i;

/** Matches parser directives at the head of a file, of which one makes the backtick the character that continues lines. */
const backtickDirective = /^([ \t]*#[ \t]*(syntax|check)[ \t]*=.*\n)*[ \t]*#[ \t]*escape[ \t]*=[ \t]*`[ \t]*\r?(\n|$)/i;

/** Matches lines that Docker skips, also within an instruction. */
const commentOrEmpty = /^\s*(#|$)/;

/** Two of these characters at the end of a line do not continue it. */
const backslash = /(?<!\\)\\[ \t]*$/;
const backtick = /(?<!`)`[ \t]*$/;

/**
 * Returns the instructions of a template as Docker reads them: without comments, with continuation lines joined, and without the content of
 * here-documents.
 * Source: Dockerfile reference, format, parser directives and here-documents; BuildKit, frontend/dockerfile/parser.
 */
export function instructionsOf(text: string): Instruction[] {
  const escape = backtickDirective.test(text) ? backtick : backslash;
  const instructions: Instruction[] = [];
  const lines = text.split(/\r?\n/).entries();
  const nextLine = (): string | undefined => lines.next().value?.[1];
  for (const [index, first] of lines) {
    if (commentOrEmpty.test(first) || variableLine.test(first)) continue;
    const parts = [first];
    while (escape.test(parts.at(-1) ?? "")) {
      const next = nextLine();
      if (next === undefined) break;
      if (!commentOrEmpty.test(next)) parts.push(next);
    }
    const [start = "", ...others] = parts.map((part) => part.replace(escape, ""));
    const [, indent = "", word = ""] = /^(\s*)(\S*)/.exec(start) ?? [];
    const [keyword = "", ...words] = [start, ...others].join("").trim().split(/\s+/);
    const rest = words.join(" ");
    for (const end of endsOfHereDocuments(keyword, rest))
      for (let line = nextLine(); line !== undefined && !end.test(line);) line = nextLine();
    const column = indent.length + 1;
    const range = lineRange(index + 1, column, column + word.length);
    instructions.push({ keyword: keyword.toUpperCase(), rest, range });
  }
  return instructions;
}

/** Matches a here-document, with its dash and delimiter, or else a text in quotes, which contains none. */
const hereDocumentOrQuoted = /(?<=^| )\d*<<(-?)(["']?)(\w[\w.-]*)\2(?= |$)|(["']).*?\4/g;

/** Returns a pattern for the last line of each here-document of an instruction, in their order. */
function endsOfHereDocuments(keyword: string, rest: string): RegExp[] {
  if (!/^(RUN|COPY|ADD)$/i.test(keyword)) return [];
  return [...rest.matchAll(hereDocumentOrQuoted)].flatMap(([, dash = "", , word]) =>
    word === undefined ? [] : [new RegExp(`^${dash && "\\t*"}${word.replaceAll(".", "\\.")}$`)],
  );
}
