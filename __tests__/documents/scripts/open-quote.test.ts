import { openQuote } from "../../../src/documents/scripts/open-quote";
import { parseShell } from "../../../src/documents/scripts/shell-parser";

const quoted = /\\[^]|(?<text>'[^']*'?|"[^"]*"?)/g;

/** Where the quote of a Bash script is open, marked in it. */
function opened(script: string): string | undefined {
  const place = openQuote(script, quoted, (fixed) => parseShell(fixed) === undefined);
  return place === undefined ? undefined : `${script.slice(0, place)}▸${script.slice(place)}`;
}

/** The scripts that are held against the interpreter, which refuses them all. */
function triedWith(script: string): string[] {
  const tried: string[] = [];
  const place = openQuote(script, quoted, (fixed) => {
    tried.push(fixed);
    return false;
  });
  expect(place).toBeUndefined();
  return tried;
}

describe("a quote that was never closed", () => {
  it.each([
    ["the first", `echo ▸"a\nx="b"\ny='c'\n`],
    ["one at the start of the script", `▸"a\nx="b"\n`],
    ["one after a text of several lines", `x="a\nb"\ny=▸"c\nz="d"\n`],
    ["one after two texts of several lines", `x="a\nb"; y='c\nd'\nz=▸"e\necho "f"\n`],
    ["one that a word is put after", `if [ "$x" = ▸"a ]; then\n  echo "b"\nfi\n`],
    ["one that nothing closes", `x='a'\ny=▸'b\necho c\n`],
    ["one after a quote that is escaped", `echo \\" ▸'a\necho 'b'\n`],
    ["one whose line ends in white space", `echo ▸"a  \necho "b"\n`],
  ])("is %s", (_, marked) => {
    expect(opened(marked.replace("▸", ""))).toBe(marked);
  });

  it.each([
    ["another fault than a quote", 'x="a\nb"\nif true; then\n'],
    ["a quote on the last line", 'echo "a'],
    ["two quotes", `echo "a\necho 'b\n`],
    ["nothing", ""],
  ])("is not found in a script with %s", (_, script) => {
    expect(opened(script)).toBeUndefined();
  });

  it("is tried at the end of its line, then after each word", () => {
    expect(triedWith('if (a == "b) { c \n')).toEqual([
      'if (a == "b) { c" \n',
      'if (a == "b") { c \n',
      'if (a == "b) {" c \n',
      'if (a == "b) { c" \n',
    ]);
  });

  it("is tried first where a word follows what closes it", () => {
    expect(triedWith(`x="a\nb"\ny='c\nz='d`).map((script) => script.split("\n").join("|"))).toEqual([
      `x="a|b"|y='c'|z='d`,
      `x="a"|b"|y='c|z='d`,
    ]);
  });

  it("is tried at six places of a line, and for eight texts", () => {
    expect(triedWith('x="a b c d e f g h\n')).toHaveLength(6);
    expect(triedWith("x='a\n'\n".repeat(20))).toHaveLength(8);
  });

  it("is tried less often in a large script", () => {
    const script = "x='a b c d e f g h\n'\n".repeat(10);
    expect(triedWith(script)).toHaveLength(48);
    expect(triedWith(script.padEnd(100_000))).toHaveLength(10);
    expect(triedWith(script.padEnd(2_000_000))).toHaveLength(0);
  });
});
