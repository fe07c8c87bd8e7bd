/** A reference in a text. */
export interface FoundReference {
  /** Offset of the opening braces, in UTF-16 units. */
  readonly start: number;
  /** Offset after the closing braces, in UTF-16 units. */
  readonly end: number;
  readonly inner: string;
  /** Whether a brace is missing: `{{ a.b.outputs.c }` or `{ a.b.outputs.c }}`. */
  readonly broken: boolean;
}

/** The length is bounded, so that a text with many braces takes no longer than any other. */
const closed = /\{\{([^{}\n]{1,300})\}\}/g;
const broken = /\{\{([^{}\n]{1,300})\}(?!\})|(?<![{$])\{([^{}\n]{1,300})\}\}/g;

/** Finds everything in a text that is in double braces, or is missing one of the braces. Includes text of template languages. */
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
