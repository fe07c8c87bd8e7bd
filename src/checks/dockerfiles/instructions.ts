/** An instruction of a Dockerfile including its continuation lines. */
export interface Instruction {
  /** Keyword in upper case. */
  readonly keyword: string;
  /** Text after the keyword, joined to one line. */
  readonly rest: string;
  /** Number of the first line, from 1. */
  readonly line: number;
  /** Column of the keyword, from 1. */
  readonly column: number;
}

/** A line that Image Builder replaces with instructions during the build. */
const variableLine = /^\s*\{+\s*imagebuilder:/i;

/**
 * Returns the instructions of a template as Docker reads them: without comments, with continuation lines joined, and without the content of
 * here-documents.
 * Source: Dockerfile reference, format, escape and here-documents.
 */
export function instructionsOf(text: string): Instruction[] {
  const [first = "", ...others] = text.split(/\r?\n/);
  const escape = /^\s*#\s*escape\s*=\s*`\s*$/i.test(first) ? /`[ \t]*$/ : /\\[ \t]*$/;
  const instructions: Instruction[] = [];
  const lines = [first, ...others].entries();
  const nextLine = (): string | undefined => lines.next().value?.[1];
  for (const [index, line] of lines) {
    const [, indent = "", keyword = ""] = /^(\s*)(\S+)/.exec(line) ?? [];
    if (keyword === "" || keyword.startsWith("#") || variableLine.test(line)) continue;
    let part = line.slice(indent.length + keyword.length);
    const parts = [part];
    while (escape.test(part)) {
      const next = nextLine();
      if (next === undefined) break;
      // Docker skips comments and empty lines within an instruction.
      if (/^\s*(#|$)/.test(next)) continue;
      part = next;
      parts.push(part);
    }
    const rest = parts
      .map((each) => each.replace(escape, "").trim())
      .join(" ")
      .trim();
    for (const end of hereDocumentsIn(keyword, rest))
      for (let next = nextLine(); next !== undefined && next.replace(/^\t+/, "") !== end; next = nextLine());
    instructions.push({ keyword: keyword.toUpperCase(), rest, line: index + 1, column: indent.length + 1 });
  }
  return instructions;
}

/** Returns the delimiters of an instruction's here-documents, in their order. */
function hereDocumentsIn(keyword: string, rest: string): string[] {
  if (!/^(RUN|COPY|ADD)$/i.test(keyword)) return [];
  return [...rest.matchAll(/<<-?(["']?)([A-Za-z_]\w*)\1/g)].map(([, , word = ""]) => word);
}
