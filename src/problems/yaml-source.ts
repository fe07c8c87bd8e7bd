import { oncePer } from "../collections/once-per";
import { type Position, type Problem, type Range } from "./problem";
import { problemOf, type Rule } from "./rule";
import { scalarOffsets } from "./scalar-offsets";
import { type ParsedYaml, parseYaml } from "./yaml-parse";
import { buildTree, entryOf, plainValue, type Span, type TextNode, type YamlNode, type YamlTree } from "./yaml-tree";

/** Keys and indexes from the root of a document to one of its values. */
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

/** A YAML file with the position of each key and value. JSON is read as YAML, with or without tabs. */
export class YamlSource {
  readonly text: string;
  /** The parsed tree; undefined if the file is not well-formed (see `syntaxProblems`). */
  readonly tree?: YamlTree;
  /** Start of a second document. The text from there on is not read. */
  readonly second?: Span;
  /** Offset of the start of each line. The parser's own list misses some line breaks of a broken file. */
  private readonly lineStarts: readonly number[];
  private readonly faults: ParsedYaml["faults"];
  private readonly offsetsOf = oncePer((node: TextNode) => scalarOffsets(this.text, node));

  /** @param file path as the user names it; only printed */
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

  /** Returns the file as plain values; undefined if it is not well-formed, null if it is empty. */
  value(): unknown {
    return this.tree === undefined ? undefined : plainValue(this.tree.root);
  }

  /** Returns the syntax problems of the file, including repeated keys and a second document. */
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

  /** Returns the problems because of which the file cannot be parsed. */
  parseProblems(): Problem[] {
    const defaultFix = "fix the YAML here; quote text that holds : # { } [ ] or starts with one of * & ! % @";
    return this.faults.map(({ message, fix = defaultFix, ...span }) =>
      problemOf(yamlSyntax, this.file, this.rangeOf(span), `not well-formed YAML: ${message}`, fix),
    );
  }

  /**
   * Returns the range of the value at `path`, or of the innermost existing value around it. If a map or list starts on a line below its
   * key, the range of the key is returned: people look for it there.
   */
  locate(path: YamlPath): Range {
    const { node, keyNode } = this.entryAt(path);
    const range = this.rangeOf(node);
    if (keyNode === undefined || (node?.kind !== "map" && node?.kind !== "list")) return range;
    const key = this.rangeOf(keyNode);
    return key.start.line < range.start.line ? key : range;
  }

  /** Returns the number or boolean at `path` as written, for example `0777`; undefined if the value is of another kind or missing. */
  writtenLiteral(path: YamlPath): string | undefined {
    const { node, depth } = this.entryAt(path);
    return depth === path.length && (node?.kind === "number" || node?.kind === "boolean") ? node.raw : undefined;
  }

  /** Checks whether the file has a value at `path`. */
  has(path: YamlPath): boolean {
    return this.entryAt(path).depth === path.length;
  }

  /** Returns the range of the key at the end of `path`, or of the innermost existing value around it. */
  locateKey(path: YamlPath): Range {
    const parent = this.entryAt(path.slice(0, -1)).node;
    const entry = parent?.kind === "map" ? entryOf(parent, String(path.at(-1))) : undefined;
    return entry === undefined ? this.locate(path) : this.rangeOf(entry.keyNode);
  }

  /** Returns the problem that `rule` reports at the value at `path` (see `locate`). */
  problem(rule: Rule, path: YamlPath, message: string, fix: string): Problem {
    return problemOf(rule, this.file, this.locate(path), message, fix);
  }

  /** Returns the problem that `rule` reports at the key at the end of `path` (see `locateKey`). */
  keyProblem(rule: Rule, path: YamlPath, message: string, fix: string): Problem {
    return problemOf(rule, this.file, this.locateKey(path), message, fix);
  }

  rangeOf(span: Span | undefined): Range {
    return { start: this.position(span?.start ?? 0), end: this.position(span?.end ?? 0) };
  }

  /** Returns the span in the file of the part of a scalar's value from `from` to `to`. */
  spanWithin(node: TextNode, from: number, to: number): Span {
    const offsets = this.offsetsOf(node);
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
