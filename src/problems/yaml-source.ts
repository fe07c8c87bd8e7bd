import { type Document, isCollection, isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from "yaml";

import { type Problem, type Position, type Range } from "./problem";
import { problemOf, type Rule } from "./rule";

/** Keys and indexes from the root of a document to a place in it. */
export type YamlPath = readonly (string | number)[];

export const yamlSyntax: Rule = {
  code: "yaml-syntax",
  severity: "error",
  summary: "The file is not one well-formed YAML document, so nothing in it can be read.",
  source: "https://yaml.org/spec/1.2.2/",
  breaks: { "components/linux/example.yaml": 'schemaVersion: 1.0\nname: ▸"unclosed\n' },
  mends: {
    "components/linux/example.yaml":
      'schemaVersion: 1.0\nname: "closed"\nphases:\n  - name: build\n    steps:\n      - name: UpdateOs\n        action: UpdateOS\n',
  },
};

/** A YAML file with the place of everything in it. */
export class YamlSource {
  private readonly lines = new LineCounter();
  private readonly document: Document.Parsed;

  /**
   * @param file as the user names it; only ever printed
   */
  constructor(
    readonly file: string,
    readonly text: string,
  ) {
    // Aliases are expanded by toJS, which bounds them itself; merge keys are a habit of YAML 1.1 that people keep.
    this.document = parseDocument(text, {
      lineCounter: this.lines,
      prettyErrors: false,
      merge: true,
      keepSourceTokens: false,
    });
  }

  /** The file as plain values; undefined where it is not well-formed. */
  value(): unknown {
    if (this.document.errors.length > 0) return undefined;
    try {
      return this.document.toJS({ maxAliasCount: 100 }) as unknown;
    } catch {
      return undefined; // An alias that expands without end: reported by syntaxProblems.
    }
  }

  syntaxProblems(): Problem[] {
    const problems = this.document.errors.map((error) =>
      problemOf(
        yamlSyntax,
        this.file,
        this.range(error.pos[0], error.pos[1]),
        `not well-formed YAML: ${lowerFirst(error.message)}`,
        "mend the YAML here; quote text that holds : # { } [ ] or starts with one of * & ! % @",
      ),
    );
    if (problems.length === 0 && this.value() === undefined && this.document.contents !== null) {
      problems.push(
        problemOf(
          yamlSyntax,
          this.file,
          this.range(0, 0),
          "aliases expand to far more than the file holds",
          "write the values out",
        ),
      );
    }
    return problems;
  }

  /** The place of the value at `path`, or of the nearest thing around it that exists. */
  locate(path: YamlPath): Range {
    return this.rangeOfNode(this.nodeAt(path));
  }

  /** The place of the key that `path` ends with, or of the nearest thing around it that exists. */
  locateKey(path: YamlPath): Range {
    const parent = this.nodeAt(path.slice(0, -1));
    const key = path.at(-1);
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (pair !== undefined && isNode(pair.key)) return this.rangeOfNode(pair.key);
    }
    return this.locate(path);
  }

  private nodeAt(path: YamlPath): Node | null {
    let node: unknown = this.document.contents;
    let found: Node | null = this.document.contents;
    for (const step of path) {
      if (!isCollection(node)) break;
      node = node.get(step, true);
      if (!isNode(node)) break;
      found = node;
    }
    return found;
  }

  private rangeOfNode(node: Node | null): Range {
    const range = node?.range;
    return range ? this.range(range[0], range[1]) : this.range(0, 0);
  }

  private range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  position(offset: number): Position {
    const { line, col } = this.lines.linePos(Math.min(offset, this.text.length));
    // An empty file has no line start to count from.
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
