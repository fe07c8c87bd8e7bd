import { Composer, type CST, type Document, Parser } from "yaml";

import { faultsOf, type Unclosed, unclosedOf } from "./yaml-faults";
import type { Span, TreeFault } from "./yaml-tree";

export interface ParsedYaml {
  /** Absent where the file is nested too deep to be read. */
  readonly document?: Document.Parsed;
  readonly faults: readonly TreeFault[];
  /** Where a second document starts, if there is one that holds anything. */
  readonly second?: Span;
}

/** No file that people write comes near; the composer would run out of stack some hundred levels further down. */
const maxDepth = 100;
/**
 * Parses the first YAML document of `text`, whatever it holds, in linear time.
 *
 * The depth is taken from the flat token stack first: the composer recurses, and where it runs out of stack while it compiles a
 * regular expression, V8 ends the whole process.
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
  // A key that is there twice is found by the tree, in linear time; `<<` is followed there, too.
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

/** Looks over the tokens without recursion: how deep they go, and which quotes and brackets stay open. */
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
