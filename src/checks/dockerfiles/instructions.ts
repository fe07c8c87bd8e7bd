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
  const lines = text.split(/\r?\n/);
  const escape = /^\s*#\s*escape\s*=\s*`\s*$/i.test(lines[0] ?? "") ? /`[ \t]*$/ : /\\[ \t]*$/;
  const instructions: Instruction[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = index + 1;
    const [, indent = "", keyword = ""] = /^(\s*)(\S+)/.exec(lines[index] ?? "") ?? [];
    if (keyword === "" || keyword.startsWith("#") || variableLine.test(lines[index] ?? "")) continue;
    const parts = [(lines[index] ?? "").slice(indent.length + keyword.length)];
    while (escape.test(parts.at(-1) ?? "") && index + 1 < lines.length) {
      const next = lines[++index] ?? "";
      // Docker skips comments and empty lines within an instruction.
      if (!/^\s*(#|$)/.test(next)) parts.push(next);
    }
    const rest = parts
      .map((part) => part.replace(escape, "").trim())
      .join(" ")
      .trim();
    for (const end of hereDocumentsIn(keyword, rest))
      while (index + 1 < lines.length && (lines[++index] ?? "").replace(/^\t+/, "") !== end);
    instructions.push({ keyword: keyword.toUpperCase(), rest, line, column: indent.length + 1 });
  }
  return instructions;
}

/** Returns the delimiters of an instruction's here-documents, in their order. */
function hereDocumentsIn(keyword: string, rest: string): string[] {
  if (!/^(RUN|COPY|ADD)$/i.test(keyword)) return [];
  return [...rest.matchAll(/<<-?(["']?)([A-Za-z_]\w*)\1/g)].map(([, , word = ""]) => word);
}
