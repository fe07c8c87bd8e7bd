import { type CheckArguments, runCheck } from "../../src/cli/run-check";
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

async function check(given: Partial<CheckArguments>, problems: readonly Problem[]) {
  let out = "";
  const files = jest.fn(() => Promise.resolve({ problems, checked: ["a.yaml: a component document"] }));
  const project = jest.fn(() => Promise.resolve(problems));
  const code = await runCheck(
    { files: [], format: "human", maxWarnings: Infinity, ...given },
    { project, files },
    { out: (text) => (out += text), readText: () => undefined, colour: false, rulesOf: () => Promise.resolve([]) },
  );
  return { code, out, files, project };
}

describe("the check command", () => {
  it("checks the project where no file is named", async () => {
    const { project, files } = await check({}, []);
    expect([project, files].map(({ mock }) => mock.calls.length)).toStrictEqual([1, 0]);
  });

  it("checks the files that are named, for the platform that is named", async () => {
    const { project, files } = await check({ files: ["a.yaml"], platform: "macOS" }, []);
    expect(files).toHaveBeenCalledWith(["a.yaml"], "macOS");
    expect(project).not.toHaveBeenCalled();
  });

  it("says first what the files were taken for, to people alone", async () => {
    expect((await check({ files: ["a.yaml"] }, [])).out).toBe("a.yaml: a component document\nno problems\n");
    expect((await check({ files: ["a.yaml"], format: "json" }, [])).out).toBe("[]\n");
  });

  it.each([
    ["nothing", {}, [], 0],
    ["an error", {}, [error], 1],
    ["a warning", {}, [warning], 0],
    ["a warning with one allowed", { maxWarnings: 1 }, [warning], 0],
    ["a warning with none allowed", { maxWarnings: 0 }, [warning], 1],
    ["a note with no warning allowed", { maxWarnings: 0 }, [note], 0],
    ["notes beside as many warnings as are allowed", { maxWarnings: 1 }, [note, warning, note], 0],
    ["a note beside too many warnings", { maxWarnings: 1 }, [note, warning, warning], 1],
    ["a note beside an error", {}, [note, error], 1],
    ["an error beside warnings", { maxWarnings: 5 }, [warning, error], 1],
  ] as const)("ends on %s with the right exit code", async (_, given, problems, code) => {
    expect((await check(given, problems)).code).toBe(code);
  });

  it("prints in the order of the files, in the format asked for", async () => {
    const { out } = await check({ format: "json" }, [warning, error]);
    expect((JSON.parse(out) as Problem[]).map(({ file }) => file)).toStrictEqual(["a.yaml", "b.yaml"]);
  });
});
