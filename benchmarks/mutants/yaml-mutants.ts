import { type MapEntry, type MapNode, type YamlNode } from "../../src/problems/yaml-tree";
import { columnOf, endOfLine, isBlock, mapsIn, type Mutators, replaced, type Subject, valuePart } from "./mutant";

/** Returns entries that have their own line and another entry before them. */
function laterEntries(
  subject: Subject,
): { readonly entry: MapEntry; readonly previous: MapEntry; readonly map: MapNode }[] {
  return mapsIn(subject.root).flatMap(({ map }) =>
    map.entries.flatMap((entry, index) => {
      const previous = map.entries[index - 1];
      const ownLine = subject.text.slice(0, entry.keyNode.start).split("\n").at(-1)?.trim() === "";
      return previous === undefined || map.flow || !ownLine ? [] : [{ entry, previous, map }];
    }),
  );
}

function scalars(node: YamlNode): YamlNode[] {
  if (node.kind === "list") return node.items.flatMap(scalars);
  if (node.kind === "map") return node.entries.flatMap(({ value }) => scalars(value));
  return [node];
}

function lists(node: YamlNode): YamlNode[] {
  if (node.kind === "list") return [node, ...node.items.flatMap(lists)];
  return node.kind === "map" ? node.entries.flatMap(({ value }) => lists(value)) : [];
}

/** Mistakes in the YAML syntax, for documents of any kind. */
export const yamlMutators: Mutators = {
  "quote never closed": (subject) =>
    scalars(subject.root).map((node) =>
      node.kind === "text" && node.style.endsWith("quoted") && !subject.text.slice(node.start, node.end).includes("\n")
        ? replaced(subject, { start: node.end - 1, end: node.end }, "", node.start)
        : undefined,
    ),
  "bracket never closed": (subject) =>
    lists(subject.root).map((node) =>
      subject.text[node.start] === "[" && subject.text[node.end - 1] === "]"
        ? replaced(subject, { start: node.end - 1, end: node.end }, "", node.start)
        : undefined,
    ),
  "indented by one more": (subject) =>
    laterEntries(subject).map(({ entry, previous }) =>
      // After text, the line would continue that text if it had no colon.
      previous.value.kind === "text" && previous.value.style === "literal"
        ? undefined
        : replaced(subject, { start: entry.keyNode.start, end: entry.keyNode.start }, " "),
    ),
  "indented by one less": (subject) =>
    laterEntries(subject).map(({ entry }) =>
      columnOf(subject.text, entry.keyNode.start) === 0
        ? undefined
        : replaced(subject, { start: entry.keyNode.start - 1, end: entry.keyNode.start }, ""),
    ),
  "tab as indentation": (subject) =>
    laterEntries(subject).map(({ entry, map }) => {
      const column = columnOf(subject.text, entry.keyNode.start);
      if (column === 0 || subject.text[map.start] === "{") return undefined;
      return replaced(subject, { start: entry.keyNode.start - column, end: entry.keyNode.start }, "\t");
    }),
  "colon missing": (subject) =>
    laterEntries(subject).map(({ entry }) => {
      const colon = subject.text.indexOf(":", entry.keyNode.end);
      return entry.value.kind === "null" ? undefined : replaced(subject, { start: colon, end: colon + 1 }, "");
    }),
  "no space after colon": (subject) =>
    laterEntries(subject).map(({ entry }) => {
      const part = valuePart(subject, entry);
      const onOneLine = endOfLine(subject.text, entry.keyNode.end) > part.start;
      return (entry.value.kind === "text" && entry.value.style === "plain") || entry.value.kind === "number"
        ? onOneLine
          ? replaced(subject, { start: subject.text.indexOf(":", entry.keyNode.end) + 1, end: part.start }, "")
          : undefined
        : undefined;
    }),
  "alias without anchor": (subject) =>
    mapsIn(subject.root).flatMap(({ map }) =>
      map.entries.map((entry) =>
        entry.value.kind === "text" && entry.value.style === "plain" && isBlock(subject, entry)
          ? replaced(subject, valuePart(subject, entry), "*nowhere")
          : undefined,
      ),
    ),
  "key twice": (subject) =>
    laterEntries(subject).map(({ entry }) => {
      const { start, end } = valuePart(subject, entry);
      if (subject.text.slice(start, end).includes("\n")) return undefined;
      const line = subject.text.slice(entry.keyNode.start, end);
      const lineEnd = endOfLine(subject.text, end);
      const indentation = " ".repeat(columnOf(subject.text, entry.keyNode.start));
      return replaced(subject, { start: lineEnd, end: lineEnd }, `\n${indentation}${line}`, lineEnd + 1);
    }),
};
