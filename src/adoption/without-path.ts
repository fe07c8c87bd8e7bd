import { isDeepStrictEqual } from "node:util";

import { isCollection, isMap, isPair, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from "yaml";

import { type YamlPath, YamlSource } from "../problems/yaml-source";

/** Offsets into a text, `end` not included. */
interface Cut {
  readonly start: number;
  readonly end: number;
  /** What stands there instead. */
  readonly text: string;
}

/**
 * A YAML text without the entry at a path; all else stays as it is written, comments too. A map that would be empty goes with its last
 * entry, and an item of a list becomes `{}`.
 *
 * @returns undefined where the text has no such entry, or says it in a way that cannot be cut out, such as by an alias
 */
export function withoutPath(text: string, path: YamlPath): string | undefined {
  const cut = cutOf(text, parseDocument(text).contents, path);
  if (cut === undefined) return undefined;
  const result = text.slice(0, cut.start) + cut.text + text.slice(cut.end);
  // What was cut out may have meant more than it looked, such as an anchor.
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

/** How far the bracket of `{ … }` is behind its last entry. */
function flowEnd(text: string, map: YAMLMap, pair: Pair): number {
  return map.flow === true ? (map.range?.[1] ?? 0) - endOf(text, pair) : 0;
}

function startOf({ key }: Pair): number {
  return isScalar(key) ? (key.range?.[0] ?? 0) : 0;
}

/** Where the value ends, without the line breaks that belong to a block. */
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

/** The same of a plain value. */
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
