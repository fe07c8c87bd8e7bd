import { formatHuman, summary } from "../../../src/problems/formats/human";
import type { Problem } from "../../../src/problems/problem";
import { missingKey } from "../../../src/problems/rules/missing-key";

const text = [
  "name: web",
  "steps:",
  "  - name: Fetch",
  "    action: ExecuteBsh",
  "\t  tabs: here",
  `${"x".repeat(300)}WRONG${"y".repeat(100)}`,
  "bell: \u0007\u001b[31m",
].join("\n");

const unknownAction: Problem = {
  file: "components/linux/web.yaml",
  line: 4,
  column: 13,
  end: { line: 4, column: 23 },
  code: "unknown-action",
  severity: "error",
  message: '"ExecuteBsh" is not an action',
  fix: 'did you mean "ExecuteBash"?',
};

const show = (problems: readonly Problem[], colour = false) =>
  formatHuman(problems, { readText: (file) => (file === unknownAction.file ? text : undefined), colour, rules: [] });

describe("the format for people", () => {
  it("gives a paragraph with the place, the message, the line with carets, and the fix", () => {
    expect(show([unknownAction])).toBe(
      [
        'components/linux/web.yaml:4:13 unknown-action "ExecuteBsh" is not an action',
        "",
        "    3 |   - name: Fetch",
        "    4 |     action: ExecuteBsh",
        "      |             ^^^^^^^^^^",
        '    → did you mean "ExecuteBash"?',
        "",
        "1 error in 1 file",
        "",
      ].join("\n"),
    );
  });

  it("says where a rule comes from, where it is known", () => {
    const rule = {
      code: "unknown-action",
      refusedBy: "AWS",
      summary: "",
      source: "User Guide",
      fail: [],
      pass: [],
    } as const;
    expect(formatHuman([unknownAction], { readText: () => text, colour: false, rules: [rule] })).toContain(
      '    → did you mean "ExecuteBash"?\n      source: User Guide\n',
    );
  });

  it("says where a rule of definitions and documents comes from, as far as the file goes", () => {
    const rule = { ...missingKey, source: "reference", sourceInDocuments: "User Guide" };
    const sourceIn = (file: string): string | undefined =>
      /source: .*/.exec(
        formatHuman([{ ...unknownAction, code: rule.code, file }], {
          readText: () => text,
          colour: false,
          rules: [rule],
        }),
      )?.[0];
    expect(sourceIn("environments/dev.yaml")).toBe("source: reference");
    expect(sourceIn("containers/web.yaml")).toBe("source: reference");
    expect(sourceIn("components/linux/images.yaml")).toBe("source: User Guide");
    expect(sourceIn("components/linux/images/web.yaml")).toBe("source: User Guide");
  });

  it("calls a warning a warning", () => {
    expect(show([{ ...unknownAction, severity: "warning" }])).toContain("unknown-action warning: ");
  });

  it("calls a note a note, in blue on a terminal", () => {
    const note: Problem = { ...unknownAction, severity: "note" };
    expect(show([note])).toContain("unknown-action note: ");
    expect(show([note], true)).toContain("\u001b[34munknown-action\u001b[39m \u001b[34mnote: \u001b[39m");
  });

  it("keeps tabs before the carets, so that they stand under the place", () => {
    expect(show([{ ...unknownAction, line: 5, column: 4, end: undefined }])).toContain(
      "    5 | \t  tabs: here\n      | \t  ^\n",
    );
  });

  it("shows the part of a very long line that is wrong", () => {
    const frame = show([{ ...unknownAction, line: 6, column: 301, end: { line: 6, column: 306 } }]);
    expect(frame).toContain(`    6 | ${"x".repeat(40)}WRONG${"y".repeat(75)}\n      | ${" ".repeat(40)}^^^^^\n`);
  });

  it("marks the first line of what goes on over several", () => {
    expect(show([{ ...unknownAction, end: { line: 6, column: 2 } }])).toContain("      |             ^^^^^^^^^^\n");
  });

  it("does not let a file steer the terminal", () => {
    expect(show([{ ...unknownAction, line: 7, column: 1 }])).toContain("bell: \u{fffd}\u{fffd}[31m");
  });

  it("leaves the frame out for a file that cannot be read", () => {
    expect(show([{ ...unknownAction, file: "gone.yaml" }])).toBe(
      'gone.yaml:4:13 unknown-action "ExecuteBsh" is not an action\n\n    → did you mean "ExecuteBash"?\n\n1 error in 1 file\n',
    );
  });

  it("leaves the frame out for a line that does not exist", () => {
    expect(show([{ ...unknownAction, line: 99 }])).not.toContain(" | ");
  });

  it("colours on a terminal alone", () => {
    expect(show([unknownAction])).not.toContain("\u001b[");
    expect(show([unknownAction], true)).toContain("\u001b[31munknown-action\u001b[39m");
  });

  it("reads each file once", () => {
    const readText = jest.fn(() => text);
    formatHuman([unknownAction, unknownAction], { readText, colour: false, rules: [] });
    expect(readText).toHaveBeenCalledTimes(1);
  });
});

describe("the summary line", () => {
  it.each([
    [[], "no problems"],
    [["error"], "1 error in 1 file"],
    [["warning", "warning"], "2 warnings in 1 file"],
    [["error", "warning"], "1 error, 1 warning in 1 file"],
    [["note"], "1 note in 1 file"],
    [["note", "warning", "note"], "1 warning, 2 notes in 1 file"],
  ] as const)("of %j is %j", (severities, expected) => {
    expect(summary(severities.map((severity) => ({ ...unknownAction, severity })))).toBe(expected);
  });

  it("counts files", () => {
    expect(summary([unknownAction, { ...unknownAction, file: "b.yaml" }])).toBe("2 errors in 2 files");
  });
});

describe("in a narrow terminal", () => {
  it("keeps carets under their place, and breaks words of messages alone", () => {
    const line = `key: ${"a".repeat(30)} WRONG ${"b".repeat(80)}`;
    const problem: Problem = {
      ...unknownAction,
      line: 1,
      column: line.indexOf("WRONG") + 1,
      end: { line: 1, column: line.indexOf("WRONG") + 6 },
      message: `${"many words ".repeat(10)}end`,
    };
    const shown = formatHuman([problem], { readText: () => line, colour: false, columns: 80, rules: [] }).split("\n");
    expect(shown.filter((row) => row.length > 80)).toEqual([]);
    const row = shown.findIndex((each) => each.includes("WRONG"));
    expect(shown[row + 1]?.indexOf("^^^^^")).toBe(shown[row]?.indexOf("WRONG"));
  });
});
