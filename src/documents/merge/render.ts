import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";

import type { MapEntry, MapNode, YamlNode } from "../../problems/yaml-tree";

/** A YAML node for the output. */
export type Rendered = Scalar | YAMLMap | YAMLSeq;

/** A function that is applied to each text, whether a key or a value. */
export type MapText = (text: string) => string;

/**
 * Writes a YAML document. Scripts become `|` blocks. Plain scalars stay plain, so that a YAML 1.1 parser still reads `0777` and `yes` as
 * before. All other text is in double quotes.
 *
 * @param comment lines at the beginning of the file
 */
export function renderDocument(contents: YAMLMap, comment: readonly string[]): string {
  // The schema "failsafe" treats every scalar as text, so plain scalars are written unchanged.
  const document = new Document(contents, { schema: "failsafe" });
  document.commentBefore = comment.map((line) => ` ${line}`).join("\n");
  const written = document.toString({ lineWidth: 0, doubleQuotedAsJSON: true, singleQuote: false });
  // `text` writes these characters in double-quoted scalars only.
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

/** Renders a node, with aliases and merge keys expanded. */
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

/** Returns one entry for each key. If a key is repeated, the last entry is used, as in YAML parsers. */
export function entriesOf(node: MapNode): readonly MapEntry[] {
  return [...new Map(node.entries.map((entry) => [entry.key, entry])).values()];
}

/** Returns a scalar that is written without quotes, e.g. a number. */
export function plain(raw: string): Scalar {
  return styled(raw, Scalar.PLAIN);
}

/**
 * Returns a text scalar in a style that every parser reads as the same text.
 *
 * @param wasPlain whether the text was a plain scalar in its file
 */
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

/** Characters that some parsers treat as a line break or byte order mark, or do not accept unless they are escaped. */
const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** Checks whether every parser reads a text unchanged from a literal block without an indentation indicator. */
function isBlock(value: string): boolean {
  return /^\S.*\n/.test(value) && !/[^\P{Cc}\t\n]|\p{Cs}/u.test(value) && value.search(unprintable) < 0;
}

/**
 * Matches plain scalars that YAML 1.2 does not resolve to a string. A text like this had a tag in its file. Source:
 * https://yaml.org/spec/1.2.2/#1032-tag-resolution
 */
const notText =
  /^(?:|~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** Checks whether every parser reads a text as a string without quotes. */
function isWord(value: string): boolean {
  return /^[A-Za-z][\w./-]*(?: [\w./-]+)*$/.test(value) && !/^(?:y|yes|n|no|true|false|on|off|null)$/i.test(value);
}
