import type { Span, YamlNode } from "../../problems/yaml-tree";

const longest = 60;

/** Returns a value in the form for messages: `"text"`, `a list`, `a map`, `empty`. */
export function shown(node: YamlNode): string {
  if (node.kind === "list") return "a list";
  if (node.kind === "map") return "a map";
  if (node.kind === "null") return "empty";
  return quoted(node.kind === "text" ? node.value : node.raw);
}

/** Returns a text in double quotes on one line, shortened to 60 characters. */
export function quoted(text: string): string {
  const start = text.length > longest ? `${text.slice(0, longest - 3)}...` : text;
  return `"${start.replace(/\p{Cc}/gu, escaped)}"`;
}

const escapes: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escaped(character: string): string {
  return escapes[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Returns a list of words for messages: `a, b or c`. */
export function orList(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** Returns the span to report: the value, or the key if the value starts on a later line. */
export function placeOf(text: string, key: Span, value: Span): Span {
  return text.slice(key.end, value.start).includes("\n") ? key : value;
}
