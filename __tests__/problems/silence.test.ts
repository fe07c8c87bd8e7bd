import type { Problem } from "../../src/problems/problem";
import type { Rule } from "../../src/problems/rule";
import { silence } from "../../src/problems/silence";
import { placesOf } from "../helpers/example-rules";

function named(code: string): Rule {
  return { code, severity: "warning", summary: "s", source: "s", fail: [], pass: [] };
}

const rules: readonly Rule[] = [
  named("endless-step"),
  named("loose-type"),
  { ...named("yaml-syntax"), unsilenceable: true },
];
const everyCode = new Set(rules.map(({ code }) => code));

function problem(line: number, code = "endless-step"): Problem {
  return { file: "a.yaml", line, column: 3, code, severity: "warning", message: "m", fix: "f" };
}

function places(text: string, problems: readonly Problem[], ran = everyCode): string[] {
  return placesOf(silence("a.yaml", text, problems, { rules, ran, isDocument: true })).map(
    ({ line, column, code }) => `${line}:${column} ${code}`,
  );
}

describe("silence", () => {
  const renamed: Rule = { ...named("unknown-key"), formerly: ["unknown-field"], unsilenceable: "in definitions" };
  const silenced = (code: string, isDocument: boolean) =>
    silence("a.yaml", `a: 1 # check-ignore ${code}: meant\n`, [problem(1, "unknown-key")], {
      rules: [renamed],
      ran: new Set(["unknown-key"]),
      isDocument,
    }).map(({ code: found, message }) => `${found}: ${message}`);

  test("takes an earlier code, and says what it is now", () => {
    expect(silenced("unknown-key", true)).toEqual([]);
    expect(silenced("unknown-field", true)).toEqual(['silence-code: "unknown-field" is now "unknown-key"']);
  });

  test("refuses in a definition what would be lost, by either code", () => {
    for (const code of ["unknown-key", "unknown-field"])
      expect(silenced(code, false)).toEqual(["unknown-key: m", `silence-refused: "${code}" cannot be silenced`]);
  });

  test("leaves a file without comments alone", () => {
    expect(places("a: 1\n", [problem(1)])).toEqual(["1:3 endless-step"]);
  });

  test("silences the line that a comment stands on", () => {
    expect(places("a: -1 # check-ignore endless-step: slow mirror\n", [problem(1), problem(2)])).toEqual([
      "2:3 endless-step",
    ]);
  });

  test("silences the line below a comment of its own, and no further", () => {
    expect(places("# check-ignore endless-step: slow mirror\na: -1\nb: -1\n", [problem(2), problem(3)])).toEqual([
      "3:3 endless-step",
    ]);
  });

  test("lets two comments silence two rules on the line below them", () => {
    const text = "# check-ignore endless-step: slow\n  # check-ignore loose-type: odd\na: -1\n";
    expect(places(text, [problem(3), problem(3, "loose-type")])).toEqual([]);
  });

  test("silences a rule in the whole file", () => {
    const text = "a: -1\nb: -1\n# check-ignore-file endless-step: slow mirror\n";
    expect(places(text, [problem(1), problem(2), problem(2, "loose-type")])).toEqual(["2:3 loose-type"]);
  });

  test("silences nothing without a reason, and says so", () => {
    expect(places("a: -1 # check-ignore endless-step\n", [problem(1)])).toEqual([
      "1:3 endless-step",
      "1:7 silence-reason",
    ]);
    expect(places("# check-ignore\n", [])).toEqual(["1:1 silence-reason"]);
  });

  test("points at a code that does not exist", () => {
    const [found] = silence("a.yaml", "a: -1 # check-ignore endles-step: slow\n", [], {
      rules,
      ran: everyCode,
      isDocument: true,
    });
    expect(found).toMatchObject({ line: 1, column: 22, code: "silence-code", fix: 'did you mean "endless-step"?' });
  });

  test("finds a comment that silences nothing, if the rule was looked for at all", () => {
    expect(places("# check-ignore endless-step: slow\na: 1\n", [])).toEqual(["1:1 silence-unused"]);
    expect(places("# check-ignore endless-step: slow\na: 1\n", [], new Set())).toEqual([]);
    expect(places("# check-ignore endless-step: slow\na: {\n", [problem(3, "yaml-syntax")])).toEqual([
      "3:3 yaml-syntax",
    ]);
  });

  test("refuses to silence what would lose something of the file, and says so", () => {
    expect(places("a: { # check-ignore yaml-syntax: no\n", [problem(1, "yaml-syntax")])).toEqual([
      "1:3 yaml-syntax",
      "1:21 silence-refused",
    ]);
    expect(places("# check-ignore-file yaml-syntax: no\na: {\n", [problem(2, "yaml-syntax")])).toEqual([
      "2:3 yaml-syntax",
      "1:21 silence-refused",
    ]);
  });

  test("looks at each line once, however many comments stand below each other", () => {
    const comments = "# check-ignore endless-step: slow\n".repeat(50_000);
    expect(places(`${comments}a: -1\n`, [problem(50_001)])).toEqual([]);
  });
});
