import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";

import type { MapEntry, MapNode, YamlNode } from "../../problems/yaml-tree";

/** A value about to be written. */
export type Rendered = Scalar | YAMLMap | YAMLSeq;

/** What becomes of each text, key or value. */
export type MapText = (text: string) => string;

/**
 * Writes values to a file. Scripts are `|` blocks; what was plain stays plain, so that a parser of YAML 1.1 takes `0777` and `yes` for
 * what it took them for; every other text is in double quotes.
 *
 * @param comment lines for the head of the file
 */
export function renderDocument(contents: YAMLMap, comment: readonly string[]): string {
  // In this schema everything is text, so that plain scalars are written as they are.
  const document = new Document(contents, { schema: "failsafe" });
  document.commentBefore = comment.map((line) => ` ${line}`).join("\n");
  const written = document.toString({ lineWidth: 0, doubleQuotedAsJSON: true, singleQuote: false });
  // They stand in double quotes alone.
  return written.replace(unprintable, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

export function map(entries: readonly (readonly [key: string | Rendered, value: Rendered])[]): YAMLMap {
  const written = new YAMLMap();
  for (const [key, value] of entries) written.items.push(new Pair(typeof key === "string" ? text(key) : key, value));
  return written;
}

export function list(items: readonly Rendered[]): YAMLSeq {
  const written = new YAMLSeq();
  written.items.push(...items);
  return written;
}

/** The node with aliases and merge keys followed. */
export function renderNode(node: YamlNode, mapText: MapText): Rendered {
  switch (node.kind) {
    case "list":
      return list(node.items.map((item) => renderNode(item, mapText)));
    case "map":
      return map(
        entriesOf(node).map(({ keyNode, key, value }) => [
          keyNode.kind === "map" || keyNode.kind === "list" ? text(key) : renderNode(keyNode, mapText),
          renderNode(value, mapText),
        ]),
      );
    case "text":
      return text(mapText(node.value), node.style === "plain");
    default:
      return plain(node.raw === "" ? "null" : node.raw);
  }
}

/** One entry for each key; where it is there twice, the last, as parsers take it. */
export function entriesOf(node: MapNode): readonly MapEntry[] {
  return [...new Map(node.entries.map((entry) => [entry.key, entry])).values()];
}

/** As it is written, a number for one. */
export function plain(raw: string): Scalar {
  return styled(raw, Scalar.PLAIN);
}

/** @param wasPlain in the file that it comes from */
export function text(value: string, wasPlain = false): Scalar {
  if (isBlock(value)) return styled(value, Scalar.BLOCK_LITERAL);
  const isPlain = wasPlain ? !/\{\{|[\t\n]/.test(value) && !notText.test(value) : isWord(value);
  return styled(value, isPlain && value.search(unprintable) < 0 ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE);
}

function styled(value: string, type: Scalar.Type): Scalar {
  const scalar = new Scalar(value);
  scalar.type = type;
  return scalar;
}

/** What some parser takes for a line break, a mark of byte order, or refuses where it is not written as an escape. */
const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** Lines that a block gives back as they are, whatever parses it, without saying how far it is indented. */
function isBlock(value: string): boolean {
  return /^\S.*\n/.test(value) && !/[^\P{Cc}\t\n]|\p{Cs}/u.test(value) && value.search(unprintable) < 0;
}

/** Plain text that is no text for YAML 1.2; it came by a tag. https://yaml.org/spec/1.2.2/#1032-tag-resolution */
const notText =
  /^(?:|~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** Text that every parser takes for text without quotes. */
function isWord(value: string): boolean {
  return /^[A-Za-z][\w./-]*(?: [\w./-]+)*$/.test(value) && !/^(?:y|yes|n|no|true|false|on|off|null)$/i.test(value);
}
