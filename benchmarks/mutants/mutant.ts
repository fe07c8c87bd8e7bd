import { entryOf, type MapEntry, type MapNode, type YamlNode } from "../../src/problems/yaml-tree";

/** A clean document that mutants are made of. */
export interface Subject {
  readonly file: string;
  readonly text: string;
  readonly root: MapNode;
}

/** A document with one mistake, which is surely one. */
export interface Mutant {
  readonly text: string;
  /** Where a reader would look for the mistake: the line of what was changed, or of what now lacks something. */
  readonly lines: readonly number[];
}

/** Makes every mutant of one kind that a document allows. */
type Mutator = (subject: Subject) => readonly (Mutant | undefined)[];

export type Mutators = Readonly<Record<string, Mutator>>;

/** Offsets into the text; the last not included. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** @param at offsets in the mutated text whose lines are the right ones; default the start of the change */
export function replaced({ text }: Subject, { start, end }: Part, by: string, ...at: readonly number[]): Mutant {
  const mutated = text.slice(0, start) + by + text.slice(end);
  return { text: mutated, lines: (at.length === 0 ? [start] : at).map((offset) => lineAt(mutated, offset)) };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** The value without the white space that a parser may count to it. */
export function valuePart({ text }: Subject, { keyNode, value }: MapEntry): Part {
  if (value.kind === "null")
    return { start: text.indexOf(":", keyNode.end) + 1, end: text.indexOf(":", keyNode.end) + 1 };
  return trimmed(text, value);
}

export function trimmed(text: string, { start, end }: Part): Part {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** Replaces a value, however many lines it has, by text on the line of its key. */
export function withValue(subject: Subject, entry: MapEntry, by: string): Mutant {
  const colon = subject.text.indexOf(":", entry.keyNode.end);
  return replaced(subject, { start: colon + 1, end: valuePart(subject, entry).end }, ` ${by}`);
}

/**
 * Takes an entry out of a block map.
 *
 * @param at where the lack of it is to be seen: an entry that stays, or a place before the map
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

/** The end of what stands before an offset, so that a whole line goes with its line break. */
function endBefore(text: string, offset: number): number {
  const before = text.slice(0, offset).trimEnd();
  // A dash stays: it is the item that loses its only entry.
  return before.length;
}

/** Puts lines of their own below an entry, indented as its key is. */
export function withLines(subject: Subject, entry: MapEntry, lines: readonly string[]): Mutant | undefined {
  const { text } = subject;
  if (!isBlock(subject, entry)) return undefined;
  const { end } = valuePart(subject, entry);
  const lineEnd = endOfLine(text, end);
  const indentation = " ".repeat(columnOf(text, entry.keyNode.start));
  const added = lines.map((line) => `\n${indentation}${line}`).join("");
  return replaced(subject, { start: lineEnd, end: lineEnd }, added, lineEnd + 1);
}

/** An entry whose key begins a line, or stands behind the dash of an item. */
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

/** A name as people misspell it: two letters changed places, or one missing. */
export function misspelt(word: string): string {
  const middle = Math.floor(word.length / 2);
  const [a = "", b = ""] = [word[middle - 1], word[middle]];
  return a === b || word.length < 4
    ? word.slice(0, middle) + word.slice(middle + 1)
    : word.slice(0, middle - 1) + b + a + word.slice(middle + 1);
}

/** Every map of a document, with the key that leads to it. */
export function mapsIn(node: YamlNode, key = ""): { readonly map: MapNode; readonly key: string }[] {
  if (node.kind === "list") return node.items.flatMap((item) => mapsIn(item, key));
  if (node.kind !== "map") return [];
  return [{ map: node, key }, ...node.entries.flatMap((entry) => mapsIn(entry.value, entry.key))];
}
