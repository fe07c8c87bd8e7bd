import fc from "fast-check";

import { printable, printableLine } from "../../src/problems/printable";

test.each([
  ["plain text, ünïcödé, 日本 and 🚀", "plain text, ünïcödé, 日本 and 🚀"],
  ["a\nb\r\tc", "a\\nb\\r\\tc"],
  ["\u001b[31mred\u009b0m", "\\u{1b}[31mred\\u{9b}0m"],
  ["ab\u202ecd\u2066", "ab\\u{202e}cd\\u{2066}"],
  ["a\u200bb\u00a0c\ufeff", "a\\u{200b}b\\u{a0}c\\u{feff}"],
  ["half \ud83d of it", "half \\u{d83d} of it"],
  ["::error::x", "\\u{3a}:error::x"],
  ["  ::set-output name=a::b", "  \\u{3a}:set-output name=a::b"],
  ["std::string and a::b", "std::string and a::b"],
  ["##vso[task.setvariable]x", "\\u{23}#vso[task.setvariable]x"],
  ["x ##[error]y ##teamcity[z]", "x \\u{23}#[error]y \\u{23}#teamcity[z]"],
  ["## a heading, C##", "## a heading, C##"],
])("%j is shown as %j", (text, shown) => {
  expect(printable(text)).toBe(shown);
});

const piece = fc.oneof(
  fc.constantFrom(":", "::", "#", "##", "[", "##vso[", "\n", "\r", "\t", " ", "\u001b[0m", "\u202e", "error", "."),
  fc.string({ unit: "binary", maxLength: 3 }),
);

test("no text starts a command of a CI, breaks its line or steers a terminal", () => {
  fc.assert(
    fc.property(fc.string({ unit: piece, maxLength: 20 }), (text) => {
      const shown = printable(text);
      expect(shown).not.toMatch(/^\s*::|##[\w.]*\[|[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});

test("a line that is shown with carets below it keeps its length and its tabs", () => {
  fc.assert(
    fc.property(fc.string({ unit: piece, maxLength: 20 }), (text) => {
      const shown = printableLine(text);
      expect(shown).toHaveLength(text.length);
      expect(shown).not.toMatch(/^\s*::|##[\w.]*\[|[^\P{Cc}\t]|[\p{Cs}\u202a-\u202e]/u);
      expect(shown.replace(/[^\t]/g, " ")).toBe(text.replace(/[^\t]/g, " "));
    }),
  );
});
