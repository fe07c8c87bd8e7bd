import { paragraph } from "../../../src/cli/demo/paragraph";

describe("a paragraph of the demonstration", () => {
  it("is broken between words into lines of at most 80 columns, and keeps the lines that fit", () => {
    const long = Array.from({ length: 30 }, (_, index) => `word${index}`).join(" ");
    const lines = paragraph(`    18 |   code\n${long}\n`).split("\n");
    expect(lines.slice(0, 2)).toEqual(["", "    18 |   code"]);
    expect(lines.slice(2).join(" ").trimEnd()).toBe(long);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
  });
});
