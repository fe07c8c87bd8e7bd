/** What stands between two pairs of braces, trimmed. */
export interface FoundReference {
  /** Offset of the opening braces, in UTF-16 units. */
  readonly start: number;
  /** After the closing braces. */
  readonly end: number;
  readonly inner: string;
  /** A brace is missing: `{{ a.b.outputs.c }` or `{ a.b.outputs.c }}`. */
  readonly broken: boolean;
}

/** Bounded, so that a file full of braces takes no longer than any other. */
const closed = /\{\{([^{}\n]{1,300})\}\}/g;
const broken = /\{\{([^{}\n]{1,300})\}(?!\})|(?<![{$])\{([^{}\n]{1,300})\}\}/g;

/** Everything in a text that is, or once was, in double braces; references of AWSTOE and text of template languages alike. */
export function findReferences(text: string): FoundReference[] {
  if (!text.includes("{{") && !text.includes("}}")) return [];
  return [...matches(text, closed, false), ...matches(text, broken, true)];
}

function matches(text: string, pattern: RegExp, isBroken: boolean): FoundReference[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    inner: (match[1] ?? match[2] ?? "").trim(),
    broken: isBroken,
  }));
}
