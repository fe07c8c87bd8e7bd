import { isDeepStrictEqual } from "node:util";

import { isCollection, isMap, isPair, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from "yaml";

import { type YamlPath, YamlSource } from "../problems/yaml-source";

/** A replacement in a text, from offset `start` to `end` (exclusive). */
interface Cut {
  readonly start: number;
  readonly end: number;
  /** The text to insert instead. */
  readonly text: string;
}

/**
 * Removes the entry at a path from a YAML text. All other text and comments stay unchanged. A map that would become empty is also removed, or
 * becomes `{}` if it is an item of a list.
 *
 * @returns undefined if the text has no such entry, or if the entry cannot be cut out, such as with an alias
 */
export function withoutPath(text: string, path: YamlPath): string | undefined {
  const cut = cutOf(text, parseDocument(text).contents, path);
  if (cut === undefined) return undefined;
  const result = text.slice(0, cut.start) + cut.text + text.slice(cut.end);
  // The cut can have side effects, such as the removal of an anchor, so the result is compared.
  return isDeepStrictEqual(valueOf(result), withoutIn(valueOf(text), path)) ? result : undefined;
}

function valueOf(text: string): unknown {
  return new YamlSource("", text).value();
}

function cutOf(text: string, root: unknown, path: YamlPath): Cut | undefined {
  const [key, parent] = [path.at(-1), nodeAt(root, path.slice(0, -1))];
  if (!isMap(parent)) return undefined;
  const index = parent.items.findIndex((pair) => isScalar(pair.key) && pair.key.value === key);
  const pair = parent.items[index];
  if (pair === undefined) return undefined;
  if (parent.items.length > 1) return cutOfPair(text, parent, index);
  const above = nodeAt(root, path.slice(0, -2));
  if (isSeq(above))
    return { start: parent.range?.[0] ?? 0, end: endOf(text, pair) + flowEnd(text, parent, pair), text: "{}" };
  return path.length === 1 ? undefined : cutOf(text, root, path.slice(0, -1));
}

function cutOfPair(text: string, { items, flow }: YAMLMap, index: number): Cut | undefined {
  const [pair, next, previous] = [items[index], items[index + 1], items[index - 1]];
  if (pair === undefined) return undefined;
  const start = startOf(pair);
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const isAlone = flow !== true && text.slice(lineStart, start).trim() === "";
  if (isAlone) {
    const lineEnd = text.indexOf("\n", endOf(text, pair));
    return { start: lineStart, end: lineEnd === -1 ? text.length : lineEnd + 1, text: "" };
  }
  if (next !== undefined) return { start, end: startOf(next), text: "" };
  return previous === undefined ? undefined : { start: endOf(text, previous), end: endOf(text, pair), text: "" };
}

/** Returns the distance from the last entry of a flow map `{ … }` to the end of its bracket. */
function flowEnd(text: string, map: YAMLMap, pair: Pair): number {
  return map.flow === true ? (map.range?.[1] ?? 0) - endOf(text, pair) : 0;
}

function startOf({ key }: Pair): number {
  return isScalar(key) ? (key.range?.[0] ?? 0) : 0;
}

/** Returns the offset of the end of a value, without the line breaks that belong to a block scalar. */
function endOf(text: string, { key, value }: Pair): number {
  const node = isScalar(value) || isCollection(value) ? value : isScalar(key) ? key : undefined;
  const end = node?.range?.[1] ?? 0;
  return text.slice(0, end).trimEnd().length;
}

function nodeAt(root: unknown, path: YamlPath): unknown {
  return path.reduce((node: unknown, step) => {
    if (isMap(node))
      return node.items.find((pair) => isPair(pair) && isScalar(pair.key) && pair.key.value === step)?.value;
    return isSeq(node) ? node.items[Number(step)] : undefined;
  }, root);
}

/** Removes the same path from a plain JSON value. */
function withoutIn(value: unknown, path: YamlPath): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === step ? (withoutIn(item, rest) ?? {}) : item));
  const entries = Object.entries(value).flatMap(([key, item]) => {
    if (key !== step) return [[key, item as unknown] as const];
    const left = rest.length === 0 ? undefined : withoutIn(item, rest);
    return left === undefined ? [] : [[key, left] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
