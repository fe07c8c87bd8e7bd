import type { Position, Problem } from "./problem";
import { problemOf, type Rule } from "./rule";
import type { YamlSource } from "./yaml-source";
import type { YamlNode } from "./yaml-tree";

const file = "components/linux/example.yaml";
const document = (description: string) =>
  `schemaVersion: 1.0\ndescription: ${description}\nphases:\n  - name: build\n    steps:\n      - name: UpdateOs\n        action: UpdateOS\n`;

export const controlCharacter: Rule = {
  code: "control-character",
  refusedBy: "project",
  unsilenceable: true,
  summary:
    "A file contains a control character or an unpaired surrogate. YAML does not allow it, and the deployed text would differ from the file.",
  source: "https://yaml.org/spec/1.2.2/#51-character-set",
  fail: [{ [file]: document('▸"a\\0b"') }],
  pass: [{ [file]: document('"a b"') }],
};

export const bidirectionalControl: Rule = {
  code: "bidirectional-control",
  refusedBy: "project",
  summary:
    "A file contains a bidirectional control character. Editors then show the text in a different order from the one that runs.",
  source: "https://nvd.nist.gov/vuln/detail/CVE-2021-42574",
  fail: [{ [file]: document("one \u25b8\u202eowt\u202c") }],
  pass: [{ [file]: document("one two") }],
};

/** Characters that YAML does not allow: control characters except tabs and line breaks, lone surrogates and noncharacters. */
const control = /[^\P{Cc}\t\n\r\u0085]|\p{Cs}|[\ufffe\uffff]/u;
const bidirectional = /[\u202a-\u202e\u2066-\u2069]/u;

/**
 * Returns a problem for each line with a control character, which YAML does not allow, or a bidirectional control character, which hides
 * text from reviewers.
 *
 * @param text without a byte order mark
 */
export function textProblems(name: string, text: string): Problem[] {
  // Hardly any file contains one: one search over the whole text avoids splitting it.
  if (!control.test(text) && !bidirectional.test(text)) return [];
  return text.split("\n").flatMap((line, index) =>
    [controlCharacter, bidirectionalControl].flatMap((rule) => {
      const found = (rule === controlCharacter ? control : bidirectional).exec(line);
      if (found === null) return [];
      const start = { line: index + 1, column: found.index + 1 };
      return [problemOfCharacter(rule, name, start, found[0])];
    }),
  );
}

/** Returns the problems of control characters that keys or values contain as an escape, for example `"\0"` or `"\ud800"`. */
export function escapeProblems(source: YamlSource): Problem[] {
  const { tree, text } = source;
  if (tree === undefined || !text.includes("\\")) return [];
  const problems: Problem[] = [];
  const left: YamlNode[] = [tree.root];
  const seen = new Set<YamlNode>();
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === "list") left.push(...node.items);
    if (node.kind === "map") for (const { keyNode, value } of node.entries) left.push(keyNode, value);
    if (node.kind !== "text" || node.style !== "double-quoted") continue;
    for (const [rule, pattern] of [
      [controlCharacter, escapedControl],
      [bidirectionalControl, bidirectional],
    ] as const) {
      const found = pattern.exec(node.value);
      if (found === null || !text.slice(node.start, node.end).includes("\\")) continue;
      problems.push(problemOfCharacter(rule, source.file, source.position(node.start), found[0]));
    }
  }
  return problems;
}

/** Characters that are not allowed even as an escape; other control characters are. */
const escapedControl = /\0|\p{Cs}|[\ufffe\uffff]/u;

function problemOfCharacter(rule: Rule, name: string, start: Position, character: string): Problem {
  const point = codePoint(character);
  const what = /\p{Cs}/u.test(character) ? "half of a character" : (names[character] ?? "a control character");
  const message =
    rule === controlCharacter
      ? `the text holds ${point}, ${what}`
      : `the text holds ${point}, ${what}, which changes the order in which it is shown`;
  return problemOf(rule, name, { start, end: { ...start, column: start.column + 1 } }, message, "remove it");
}

/** Returns the code point of a character, for example `U+202E`. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

const names: Readonly<Record<string, string>> = {
  "\0": "a NUL",
  "\u001b": "an escape",
  "\ufffe": "a noncharacter",
  "\uffff": "a noncharacter",
  "\u202a": "left-to-right embedding",
  "\u202b": "right-to-left embedding",
  "\u202c": "pop directional formatting",
  "\u202d": "left-to-right override",
  "\u202e": "right-to-left override",
  "\u2066": "left-to-right isolate",
  "\u2067": "right-to-left isolate",
  "\u2068": "first strong isolate",
  "\u2069": "pop directional isolate",
};
