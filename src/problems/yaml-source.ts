import { type Position, type Problem, type Range } from "./problem";
import { problemOf, type Rule } from "./rule";
import { scalarOffsets } from "./scalar-offsets";
import { type ParsedYaml, parseYaml } from "./yaml-parse";
import { buildTree, entryOf, plainValue, type Span, type TextNode, type YamlNode, type YamlTree } from "./yaml-tree";

/** Keys and indexes from the root of a document to a place in it. */
export type YamlPath = readonly (string | number)[];

export const yamlSyntax: Rule = {
  code: "yaml-syntax",
  refusedBy: "project",
  unsilenceable: true,
  summary: "The file is not well-formed YAML, so nothing in it can be read.",
  source: "https://yaml.org/spec/1.2.2/",
  fail: [{ "components/linux/example.yaml": 'schemaVersion: 1.0\nname: ▸"unclosed\n' }],
  pass: [
    {
      "components/linux/example.yaml":
        'schemaVersion: 1.0\nname: "closed"\nphases:\n  - name: build\n    steps:\n      - name: UpdateOs\n        action: UpdateOS\n',
    },
  ],
};

/** A YAML file with the place of everything in it. JSON is YAML, with tabs or without. */
export class YamlSource {
  readonly text: string;
  /** Absent where the file is not well-formed: see `syntaxProblems`. */
  readonly tree?: YamlTree;
  /** Where a second document starts; nothing from there on is read. */
  readonly second?: Span;
  /** Where each line starts. The parser's own count misses some of the line breaks in a broken file. */
  private readonly lineStarts: readonly number[];
  private readonly faults: ParsedYaml["faults"];
  private readonly offsets = new WeakMap<TextNode, Uint32Array>();

  /**
   * @param file as the user names it; only ever printed
   */
  constructor(
    readonly file: string,
    text: string,
  ) {
    this.text = text.startsWith("\uFEFF") ? text.slice(1) : text; // Editors do not count a byte order mark as a column.
    this.lineStarts = [0, ...Array.from(this.text.matchAll(/\n/g), ({ index }) => index + 1)];
    const { document, faults, second } = parseYaml(this.text);
    this.second = second;
    const tree = document !== undefined && faults.length === 0 ? buildTree(document, this.text) : undefined;
    this.faults = tree?.faults ?? faults;
    if (this.faults.length === 0) this.tree = tree;
  }

  /** The file as plain values; undefined where it is not well-formed, null where it is empty. */
  value(): unknown {
    return this.tree === undefined ? undefined : plainValue(this.tree.root);
  }

  /** What keeps the file from being read as one document without a doubt, repeated keys and a second document included. */
  syntaxProblems(): Problem[] {
    const problems = this.parseProblems();
    for (const { key, keyNode } of this.tree?.repeated ?? []) {
      const message = `not well-formed YAML: the key "${key}" appears twice`;
      problems.push(problemOf(yamlSyntax, this.file, this.rangeOf(keyNode), message, "remove one of the two"));
    }
    if (this.second !== undefined) {
      const message = "not well-formed YAML: a second document starts here";
      problems.push(problemOf(yamlSyntax, this.file, this.rangeOf(this.second), message, "keep one document a file"));
    }
    return problems;
  }

  /** What keeps the file from being read at all. */
  parseProblems(): Problem[] {
    const defaultFix = "fix the YAML here; quote text that holds : # { } [ ] or starts with one of * & ! % @";
    return this.faults.map(({ message, fix = defaultFix, ...span }) =>
      problemOf(yamlSyntax, this.file, this.rangeOf(span), `not well-formed YAML: ${message}`, fix),
    );
  }

  /**
   * The place of the value at `path`, or of the nearest thing around it that exists. A map or list that starts below its key
   * is found at the key: people look for it there.
   */
  locate(path: YamlPath): Range {
    const { node, keyNode } = this.entryAt(path);
    const range = this.rangeOf(node);
    if (keyNode === undefined || (node?.kind !== "map" && node?.kind !== "list")) return range;
    const key = this.rangeOf(keyNode);
    return key.start.line < range.start.line ? key : range;
  }

  /** The number, `true` or `false` at `path` as it is written, e.g. `0777`; undefined where there is something else or nothing. */
  writtenLiteral(path: YamlPath): string | undefined {
    const { node, depth } = this.entryAt(path);
    return depth === path.length && (node?.kind === "number" || node?.kind === "boolean") ? node.raw : undefined;
  }

  /** Whether the file says anything at `path`. */
  has(path: YamlPath): boolean {
    return this.entryAt(path).depth === path.length;
  }

  /** The place of the key that `path` ends with, or of the nearest thing around it that exists. */
  locateKey(path: YamlPath): Range {
    const parent = this.entryAt(path.slice(0, -1)).node;
    const entry = parent?.kind === "map" ? entryOf(parent, String(path.at(-1))) : undefined;
    return entry === undefined ? this.locate(path) : this.rangeOf(entry.keyNode);
  }

  rangeOf(span: Span | undefined): Range {
    return { start: this.position(span?.start ?? 0), end: this.position(span?.end ?? 0) };
  }

  /** The part of a scalar's value from `from` to `to`, as a part of the file. */
  spanWithin(node: TextNode, from: number, to: number): Span {
    let offsets = this.offsets.get(node);
    if (offsets === undefined) {
      offsets = scalarOffsets(this.text, node);
      this.offsets.set(node, offsets);
    }
    const at = (offset: number): number => offsets[Math.min(Math.max(offset, 0), offsets.length - 1)] ?? node.start;
    return { start: at(from), end: at(to) };
  }

  position(offset: number): Position {
    const within = Math.min(offset, this.text.length);
    let [line, after] = [0, this.lineStarts.length];
    while (after - line > 1) {
      const middle = (line + after) >> 1;
      if ((this.lineStarts[middle] ?? 0) <= within) line = middle;
      else after = middle;
    }
    return { line: line + 1, column: within - (this.lineStarts[line] ?? 0) + 1 };
  }

  private entryAt(path: YamlPath): { readonly node?: YamlNode; readonly keyNode?: Span; readonly depth: number } {
    let node = this.tree?.root;
    let keyNode: Span | undefined;
    let depth = 0;
    for (const step of path) {
      const entry = node?.kind === "map" ? entryOf(node, String(step)) : undefined;
      const next = node?.kind === "list" ? node.items[Number(step)] : entry?.value;
      if (next === undefined) break;
      node = next;
      keyNode = entry?.keyNode;
      depth++;
    }
    return { node, keyNode, depth };
  }
}
