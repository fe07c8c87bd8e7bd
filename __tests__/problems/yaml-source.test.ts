import fc from "fast-check";
import { parse, stringify } from "yaml";

import { YamlSource } from "../../src/problems/yaml-source";
import { entryOf, type TextNode } from "../../src/problems/yaml-tree";

const read = (text: string): YamlSource => new YamlSource("example.yaml", text);
const faultsOf = (text: string): string[] =>
  read(text)
    .syntaxProblems()
    .map(({ line, column, message }) => `${line}:${column} ${message.replace("not well-formed YAML: ", "")}`);

function textAt(source: YamlSource, key: string): TextNode {
  const root = source.tree?.root;
  const value = root?.kind === "map" ? entryOf(root, key)?.value : undefined;
  if (value?.kind !== "text") throw new Error(`"${key}" is no text`);
  return value;
}

describe("the value of a YAML file", () => {
  test.each([
    ["a merge key", "base: &b { x: 1, y: 2 }\nuse: { <<: *b, y: 3 }\n"],
    ["a list of merge keys", "a: &a { x: 1 }\nb: &b { x: 2, z: 2 }\nuse: { <<: [*a, *b] }\n"],
    ["an anchor that is set twice", "- &a 1\n- *a\n- &a 2\n- *a\n"],
    ["JSON indented by tabs", '{\n\t"a": [\n\t\t{ "b": "c" }\n\t]\n}\n'],
    ["a byte order mark and Windows line ends", "\uFEFFa: |\r\n  x\r\n  y\r\nb: 1\r\n"],
    ["keys that are no text", "1: a\ntrue: b\n"],
  ])("takes in %s as the yaml package does", (_, text) => {
    expect(read(text).value()).toEqual(parse(text.replace("\uFEFF", ""), { merge: true }));
    expect(faultsOf(text)).toEqual([]);
  });

  test("is what was written, for any JSON value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(read(stringify(value)).value()).toEqual(parse(stringify(value)));
      }),
    );
  });
});

describe("a file that is not well-formed", () => {
  test.each([
    ['a: 1\nb: "open\nc: 2\n', "2:4 the quote that opens here is never closed"],
    ["a: *nowhere\n", '1:4 the alias "*nowhere" has no anchor before it'],
    ["a: &a\n  - *a\n", '2:5 the alias "*a" stands inside its own anchor'],
    ["a: 1\nb: 2\na: 3\n", '3:1 the key "a" appears twice'],
    ["a: 1\n---\nb: 2\n", "2:1 a second document starts here"],
  ])("%j is said to be so at its place", (text, fault) => {
    expect(faultsOf(text)[0]).toMatch(fault);
  });

  test.each([
    ["a: foo\n b: 1\n", "2:2 this line starts in another column"],
    ['a: "foo"\n b: 1\n', "2:2 this line starts in another column"],
    ["a:\n  b: 1\n\n c: 2\n", "4:2 this line starts in another column"],
    ["a:\n  some text\n  over lines\n b: 1\n", "4:2 this line starts in another column"],
    ["a:\n  - x\n - y\n", "3:2 this line starts in another column"],
    ["a:\n  some text\n\n  # and more\n  of it\n  # yet more\n  of it\n", "5:3 a comment ended the text above"],
    ["a: some text\n  # and more\n  of it\nb: 1\n", "3:3 a comment ended the text above"],
    ["- some text\n# and more\n  of it\n", "3:3 a comment ended the text above"],
    ["- some text # and more\n  of it\n", "2:3 a comment ended the text above"],
    ["a: |\n  some text\n# and more\n  of it\n", "4:3 a comment ended the text above"],
    ['a: "some text"\n  # and more\n  of it\n', "3:3 this line starts in another column"],
    ["- 'some text' # and more\n  of it\n", "2:3 this line starts in another column"],
    ["a:\n  b: [c, d]\n  # and more\n    of it\n", "4:5 this line starts in another column"],
    ["a:\n  b: 1\n  # more\n   c: 2\n", "4:4 this line starts in another column"],
    ["a:\n  b: 1\n  # more\n - c\n", "4:2 this line starts in another column"],
    ["a:\n  - b\n  # more\n  c\n", "4:3 an item of a list has no dash"],
    ["a:\n  - b\n  c\n", "3:3 an item of a list has no dash"],
    ["a:\n  - b\n  -c\n", "3:3 a dash has no space after it"],
    ["a:\n  - b\n  --c\n", "3:3 an item of a list has no dash"],
    ["a: x\n\tb: 1\n", "2:1 tabs are not allowed as indentation"],
    ["a: 1\nb 2\nc: 3\n", "2:1 a key has no colon after it"],
    ["a: 1\nb\n  c: 3\nd: 4\n", "2:1 a key has no colon after it"],
    ["a: 1\nb:2\nc: 3\n", "2:1 a colon has no space after it"],
    ["a: b: c\n", '1:4 text that contains ": " is not in quotes'],
    ["a: [x, y\nb: 1\n", '1:4 the "[" that opens here is never closed'],
    ["a: [x, {y: 1]\nb: 2\n", '1:8 the "{" that opens here is never closed'],
    ['{\n\t"a": [1, 2,\n\t"b": 3\n}\n', '2:7 the "[" that opens here is never closed'],
    ["a: 'it's'\nb: 1\n", "1:8 text follows a quote that closes"],
    ["a: @x\n", "1:4 a value starts with @"],
    ["- a\nb: 1\n", "2:1 something follows a value that is complete"],
    ["a:\n  b: 1\n}  c: 2\n  d: |\n    text\n", '3:1 the "}" closes nothing'],
  ])("%j is one mistake, and said to be one, at the line to fix", (text, fault) => {
    expect(faultsOf(text)).toEqual([expect.stringContaining(fault)]);
  });

  test.each([
    ["a: some text\n  # and more\n  of it\n", 'move the comment, or write "|" and the text below it'],
    ["a: | # text\n  some text\n# and more\n  of it\n", "indent the comment as the text"],
    ["a:\n  - >-\n    some text\n      'indented'\n  # and more\n    of it\n", "indent the comment as the text"],
  ])("what to do with the comment in %j", (text, fix) => {
    expect(read(text).syntaxProblems()).toMatchObject([{ fix }]);
  });

  test("two mistakes that have nothing to do with each other are both found", () => {
    expect(faultsOf("a: @x\nb: 'it's'\n")).toHaveLength(2);
  });

  test.each(["[", "{", "- ", "? ", "a: ", "{a: [", "[? "])(
    "64 KB of %j is too deep, and ends nothing but the reading",
    (piece) => {
      expect(faultsOf(piece.repeat(65_536 / piece.length))).toEqual([
        expect.stringMatching("more than 100 levels deep"),
      ]);
    },
  );

  test("aliases that expand without end are not followed", () => {
    const lines = ["a0: &a0 [x, x]"];
    for (let i = 1; i < 40; i++) lines.push(`a${i}: &a${i} [*a${i - 1}, *a${i - 1}]`);
    expect(faultsOf(lines.join("\n"))).toEqual(["12:12 aliases expand to far more than the file contains"]);
  });

  test("an end mark without a document after it is none", () => {
    expect(faultsOf("a: 1\n---\n# nothing\n")).toEqual([]);
  });
});

test("a place in a broken file is counted in its own lines, the empty ones included", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("a: 1", "", "  b: @", "- c", "\td: 'x", "{", "\r"), { maxLength: 20 }),
      (lines) => {
        const text = lines.join("\n");
        for (const { line, column } of read(text).syntaxProblems()) {
          expect(lines[line - 1]?.length ?? 0).toBeGreaterThanOrEqual(column - 1);
        }
      },
    ),
  );
});

describe("the place of a part of a text", () => {
  const needle = "needle";
  test.each([
    ["plain", "key: some needle here\n", "1:11"],
    ["plain over lines", "key: some\n  more\n\n  needle\n", "4:3"],
    ["single-quoted", "key: 'it''s a needle'\n", "1:15"],
    ["double-quoted", 'key: "a\\tb\\u0041\\U0001F600 needle"\n', "1:28"],
    ["double-quoted over lines", 'key: "a\\\n  b\n\n   needle"\n', "4:4"],
    ["a literal block", "key: |\n  a\n\n    b needle\n", "4:7"],
    ["a literal block with an indentation of its own", "key: |2-\n    a\n  needle\n", "3:3"],
    ["a literal block with Windows line ends", "key: |\r\n  a\r\n  needle\r\n", "3:3"],
    ["a folded block", "key: >-\n  a\n  b\n\n  a needle\n", "5:5"],
    ["a folded block with lines that stand further in", "key: >\n  a\n    b\n  c needle\n", "4:5"],
  ])("%s", (_, text, expected) => {
    const source = read(text);
    const node = textAt(source, "key");
    const at = node.value.indexOf(needle);
    const { start, end } = source.rangeOf(source.spanWithin(node, at, at + needle.length));
    expect(`${start.line}:${start.column}`).toBe(expected);
    expect(end).toEqual({ line: start.line, column: start.column + needle.length });
  });

  test("is on the right line and column for any text in any style", () => {
    const word = fc.stringMatching(/^[a-z'"\\:#😀é]{1,8}$/u);
    const texts = fc.array(
      fc.array(word, { maxLength: 4 }).map((words) => words.join(" ")),
      { maxLength: 6 },
    );
    const styles = fc.constantFrom("PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE", "BLOCK_LITERAL", "BLOCK_FOLDED");
    fc.assert(
      fc.property(texts, texts, styles, fc.integer({ min: 10, max: 60 }), (before, after, style, lineWidth) => {
        const value = [...before, `x ${needle} y`, ...after].join("\n");
        const text = stringify({ a: 1, key: value }, { defaultStringType: style as "PLAIN", lineWidth });
        const source = read(text);
        const node = textAt(source, "key");
        const at = node.value.indexOf(needle);
        const { start } = source.spanWithin(node, at, at + needle.length);
        expect(source.text.slice(start, start + needle.length)).toBe(needle);
      }),
    );
  });
});

describe("locate", () => {
  const source = read("list:\n  - name: a\n    tags: { x: 1 }\n");

  test.each([
    [["list", 0, "tags", "x"], "3:16", "3:13"],
    [["list", 0, "nothing"], "2:5", "2:5"],
    [["nothing"], "1:1", "1:1"],
  ])("%j", (path, value, key) => {
    const shown = ({ start }: { start: { line: number; column: number } }): string => `${start.line}:${start.column}`;
    expect(shown(source.locate(path))).toBe(value);
    expect(shown(source.locateKey(path))).toBe(key);
  });
});

test("no file, however broken, makes reading throw", () => {
  const pieces = fc.constantFrom(
    ...Array.from("[]{}:,-?&*!|>'\"%@`#\\ \n\r\t<abx0~"),
    "- ",
    ": ",
    "&a ",
    "*a",
    "---\n",
    "<<: ",
    "\uFEFF",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces, { maxLength: 60 }).map((all) => all.join("")),
      ),
      (text) => {
        const source = read(text);
        expect(source.value() === undefined).toBe(source.parseProblems().length > 0);
      },
    ),
    { numRuns: 500 },
  );
});

test("a bracket that closes nothing is the fault, not all of the script after it", () => {
  const faults = faultsOf(
    `steps:\n  - name: a\n}    inputs:\n      - |\n        ${"echo a long line of a script\n        ".repeat(50)}\n`,
  );
  expect(faults).toEqual([expect.stringContaining('3:1 the "}" closes nothing that is open')]);
  expect(faults.join().length).toBeLessThan(400);
});
