import { parseCheckArguments } from "../../src/cli/check-arguments";
import { runCheck } from "../../src/cli/run-check";
import type { Problem } from "../../src/problems/problem";

const warning: Problem = {
  file: "b.yaml",
  line: 1,
  column: 1,
  code: "odd",
  severity: "warning",
  message: "is odd",
  fix: "write an even one",
};
const note: Problem = { ...warning, severity: "note" };
const error: Problem = { ...warning, file: "a.yaml", severity: "error" };

async function check(argv: readonly string[], problems: readonly Problem[]) {
  let out = "";
  const files = jest.fn(() => Promise.resolve(problems));
  const project = jest.fn(() => Promise.resolve(problems));
  const code = await runCheck(
    parseCheckArguments(argv),
    { project, files },
    { out: (text) => (out += text), readText: () => undefined, colour: false, rules: [] },
  );
  return { code, out, files, project };
}

describe("the check command", () => {
  it("checks the project where no file is named", async () => {
    const { project, files } = await check([], []);
    expect([project, files].map(({ mock }) => mock.calls.length)).toStrictEqual([1, 0]);
  });

  it("checks the files that are named, for the platform that is named", async () => {
    const { project, files } = await check(["a.yaml", "--platform", "macos"], []);
    expect(files).toHaveBeenCalledWith(["a.yaml"], "macOS");
    expect(project).not.toHaveBeenCalled();
  });

  it.each([
    ["nothing", [], [], 0],
    ["an error", [], [error], 1],
    ["a warning", [], [warning], 0],
    ["a warning with one allowed", ["--max-warnings", "1"], [warning], 0],
    ["a warning with none allowed", ["--max-warnings", "0"], [warning], 1],
    ["a note with no warning allowed", ["--max-warnings", "0"], [note], 0],
    ["notes beside as many warnings as are allowed", ["--max-warnings", "1"], [note, warning, note], 0],
    ["a note beside too many warnings", ["--max-warnings", "1"], [note, warning, warning], 1],
    ["a note beside an error", [], [note, error], 1],
    ["an error beside warnings", ["--max-warnings", "5"], [warning, error], 1],
  ] as const)("ends on %s with the right exit code", async (_, argv, problems, code) => {
    expect((await check(argv, problems)).code).toBe(code);
  });

  it("prints in the order of the files, in the format asked for", async () => {
    const { out } = await check(["--format", "json"], [warning, error]);
    expect((JSON.parse(out) as Problem[]).map(({ file }) => file)).toStrictEqual(["a.yaml", "b.yaml"]);
  });
});
