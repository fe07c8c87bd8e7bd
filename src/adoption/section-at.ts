import { isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";

import type { Section } from "./translation/draft";

/** Returns the section of a YAML text that contains a line, or undefined. @param line line number, starting at 1 */
export function sectionAt(text: string, line: number, sections: readonly Section[]): Section | undefined {
  const lines = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: lines });
  return sections.find(({ path }) => {
    const span = spanOf(contents, path);
    return span !== undefined && lines.linePos(span.start).line <= line && line <= lines.linePos(span.end).line;
  });
}

/** Returns the offsets of the first character of the key at a path and of the last character of its value. */
function spanOf(root: unknown, path: readonly string[]): { readonly start: number; readonly end: number } | undefined {
  const [key, ...rest] = path;
  const pair = isMap(root) ? root.items.find((each) => isScalar(each.key) && each.key.value === key) : undefined;
  if (pair === undefined || rest.length > 0) return pair && spanOf(pair.value, rest);
  const [start = 0] = isScalar(pair.key) ? (pair.key.range ?? []) : [];
  const end = isNode(pair.value) ? (pair.value.range?.[1] ?? start) : start;
  return { start, end: Math.max(start, end - 1) };
}
