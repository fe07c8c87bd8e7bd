import { Composer, type CST, type Document, Parser } from "yaml";

import { faultsOf, type Unclosed, unclosedOf } from "./yaml-faults";
import type { Span, TreeFault } from "./yaml-tree";

export interface ParsedYaml {
  /** The document; undefined if the file is nested too deeply to be read. */
  readonly document?: Document.Parsed;
  readonly faults: readonly TreeFault[];
  /** Start of a second document that is not empty, if there is one. */
  readonly second?: Span;
}

/** Maximum depth. Files that people write are far below it; the composer overflows the stack at a few hundred levels more. */
const maxDepth = 100;
/**
 * Parses the first YAML document of any text in linear time.
 *
 * The depth is measured on the flat token list first. The composer is recursive, and V8 ends the process if the stack overflows while it
 * compiles a regular expression.
 */
export function parseYaml(text: string): ParsedYaml {
  const tokens = [...new Parser().parse(text)];
  const { tooDeep, unclosed } = survey(tokens);
  if (tooDeep !== undefined) {
    const at = { start: tooDeep, end: tooDeep };
    return { faults: [{ ...at, message: `nested more than ${maxDepth} levels deep` }] };
  }
  let document: Document.Parsed | undefined;
  let second: Span | undefined;
  // The tree reports repeated keys in linear time and resolves `<<`.
  const options = { uniqueKeys: false, merge: false, strict: false, prettyErrors: false };
  for (const composed of new Composer(options).compose(tokens, true, text.length)) {
    if (document === undefined) document = composed;
    else if (composed.contents !== null && composed.contents.range[0] < composed.contents.range[1]) {
      second = { start: composed.range[0], end: composed.range[0] };
      break;
    }
  }
  return { document, faults: faultsOf(document?.errors ?? [], text, unclosed), second };
}

/** Finds the first token that is nested too deeply, and the unclosed quotes and brackets, without recursion. */
function survey(tokens: readonly CST.Token[]): { tooDeep?: number; unclosed: readonly Unclosed[] } {
  const unclosed: Unclosed[] = [];
  const left: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { token, depth } = next;
    if (depth > maxDepth) return { tooDeep: token.offset, unclosed };
    if (token.type === "document" && token.value !== undefined) left.push({ token: token.value, depth });
    const open = unclosedOf(token);
    if (open !== undefined) unclosed.push(open);
    if (!("items" in token)) continue;
    for (const { key, value } of token.items) {
      if (key) left.push({ token: key, depth: depth + 1 });
      if (value) left.push({ token: value, depth: depth + 1 });
    }
  }
  return { unclosed };
}
