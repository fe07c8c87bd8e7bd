import { entryOf, type MapEntry, type MapNode, type YamlNode } from "../../src/problems/yaml-tree";

/** A document without problems from which mutants are created. */
export interface Subject {
  readonly file: string;
  readonly text: string;
  readonly root: MapNode;
}

/** A document with one change that is certainly a mistake. */
export interface Mutant {
  readonly text: string;
  /** Lines on which a reader would look for the mistake: the line of the change, or of the map that lacks something. */
  readonly lines: readonly number[];
}

/** Creates all mutants of one kind for a document. */
type Mutator = (subject: Subject) => readonly (Mutant | undefined)[];

export type Mutators = Readonly<Record<string, Mutator>>;

/** A range of offsets in the text. The end is exclusive. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** Replaces a part of the text. @param at offsets in the mutated text whose lines are the right ones. Default: start of the change */
export function replaced({ text }: Subject, { start, end }: Part, by: string, ...at: readonly number[]): Mutant {
  const mutated = text.slice(0, start) + by + text.slice(end);
  return { text: mutated, lines: (at.length === 0 ? [start] : at).map((offset) => lineAt(mutated, offset)) };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** Returns the range of a value without the white space that a parser may add to it. */
export function valuePart({ text }: Subject, { keyNode, value }: MapEntry): Part {
  if (value.kind === "null")
    return { start: text.indexOf(":", keyNode.end) + 1, end: text.indexOf(":", keyNode.end) + 1 };
  return trimmed(text, value);
}

export function trimmed(text: string, { start, end }: Part): Part {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** Replaces a value, which can have several lines, by text on the line of its key. */
export function withValue(subject: Subject, entry: MapEntry, by: string): Mutant {
  const colon = subject.text.indexOf(":", entry.keyNode.end);
  return replaced(subject, { start: colon + 1, end: valuePart(subject, entry).end }, ` ${by}`);
}

/**
 * Removes an entry from a block map.
 *
 * @param at where the missing entry is expected to be reported: at an entry that remains, or before the map
 */
export function without(subject: Subject, map: MapNode, key: string, at: Part): Mutant | undefined {
  const entry = entryOf(map, key);
  if (entry === undefined || map.flow) return undefined;
  const index = map.entries.indexOf(entry);
  const next = map.entries[index + 1];
  const removed =
    next === undefined
      ? { start: endBefore(subject.text, entry.keyNode.start), end: valuePart(subject, entry).end }
      : { start: entry.keyNode.start, end: next.keyNode.start };
  const shift = at.start > removed.start ? removed.end - removed.start : 0;
  return replaced(subject, removed, "", Math.max(at.start - shift, 0));
}

/** Returns the end of the text before an offset, so that a whole line is removed with its line break. */
function endBefore(text: string, offset: number): number {
  const before = text.slice(0, offset).trimEnd();
  // The dash remains: its item loses its only entry.
  return before.length;
}

/** Adds lines below an entry, with the indentation of its key. */
export function withLines(subject: Subject, entry: MapEntry, lines: readonly string[]): Mutant | undefined {
  const { text } = subject;
  if (!isBlock(subject, entry)) return undefined;
  const { end } = valuePart(subject, entry);
  const lineEnd = endOfLine(text, end);
  const indentation = " ".repeat(columnOf(text, entry.keyNode.start));
  const added = lines.map((line) => `\n${indentation}${line}`).join("");
  return replaced(subject, { start: lineEnd, end: lineEnd }, added, lineEnd + 1);
}

/** Checks whether the key of an entry is the first text on its line, or follows the dash of an item. */
export function isBlock({ text }: Subject, { keyNode }: MapEntry): boolean {
  return /(^|\n)[ ]*(- +)*$/.test(text.slice(Math.max(keyNode.start - 200, 0), keyNode.start));
}

export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

export function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  return newline < 0 ? text.length : newline;
}

/** Misspells a word in a typical way: swaps two letters, or leaves one out. */
export function misspelt(word: string): string {
  const middle = Math.floor(word.length / 2);
  const [a = "", b = ""] = [word[middle - 1], word[middle]];
  return a === b || word.length < 4
    ? word.slice(0, middle) + word.slice(middle + 1)
    : word.slice(0, middle - 1) + b + a + word.slice(middle + 1);
}

/** Returns every map of a document, with the key that leads to it. */
export function mapsIn(node: YamlNode, key = ""): { readonly map: MapNode; readonly key: string }[] {
  if (node.kind === "list") return node.items.flatMap((item) => mapsIn(item, key));
  if (node.kind !== "map") return [];
  return [{ map: node, key }, ...node.entries.flatMap((entry) => mapsIn(entry.value, entry.key))];
}
