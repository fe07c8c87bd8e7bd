import fc from "fast-check";

import { wrapped, wrappedText } from "../../src/problems/wrapped";

describe("a line broken into lines", () => {
  it("hangs further in than its first, and breaks between words", () => {
    expect(wrapped("  attention: a role allows more", 20)).toEqual(["  attention: a role", "    allows more"]);
  });

  it("breaks no word, and nothing that stands in columns", () => {
    expect(wrapped("ami-0123456789  us-east-1", 10)).toEqual(["ami-0123456789  us-east-1"]);
    expect(wrapped("of arn:aws:iam::aws:policy/x", 10)).toEqual(["of", "  arn:aws:iam::aws:policy/x"]);
  });

  it("keeps a command in one piece where it fits a line, so that it can be copied", () => {
    const text = 'there is nothing here; start with "npx golden-images init --yes", or say where';
    expect(wrapped(text, 40)).toEqual([
      "there is nothing here; start with",
      '  "npx golden-images init --yes", or say',
      "  where",
    ]);
    expect(wrapped("deploy again: npx golden-images recover dev --import", 45)).toEqual([
      "deploy again:",
      "  npx golden-images recover dev --import",
    ]);
    expect(wrapped("run `terraform state list` there", 20)).toEqual(["run `terraform state", "  list` there"]);
  });

  it("counts no colours", () => {
    expect(wrapped("\u001b[31mred\u001b[39m line", 8)).toEqual(["\u001b[31mred\u001b[39m line"]);
  });

  it("loses nothing, and is too long only where a word is", () => {
    const line = fc.array(fc.stringMatching(/^[a-z:→]{1,30}$/), { minLength: 1 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(line, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 6 }), (text, columns, hang) => {
        const lines = wrapped(text, columns, hang);
        expect(lines.map((each) => each.trim()).join(" ")).toBe(text);
        for (const each of lines) expect(each.length <= columns || !each.trim().includes(" ")).toBe(true);
      }),
    );
  });
});

describe("a text broken into lines", () => {
  it("keeps its own lines, and is left alone where it has no width", () => {
    expect(wrappedText("a word and\n\nanother line", 8)).toBe("a word\n  and\n\nanother\n  line");
    expect(wrappedText("a word and\nanother")).toBe("a word and\nanother");
  });
});
