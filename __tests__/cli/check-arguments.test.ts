import { parseCheckArguments } from "../../src/cli/check-arguments";
import { UsageError } from "../../src/cli/usage-error";

describe("the arguments of check", () => {
  it("default to the whole project, for people, with any number of warnings", () => {
    expect(parseCheckArguments([])).toStrictEqual({
      files: [],
      format: "human",
      maxWarnings: Infinity,
      platform: undefined,
      project: undefined,
      help: false,
    });
  });

  it("take options and files in any order", () => {
    expect(
      parseCheckArguments(["a.yaml", "--format=json", "--platform", "linux", "b.yaml", "--max-warnings", "0"]),
    ).toStrictEqual({
      files: ["a.yaml", "b.yaml"],
      format: "json",
      maxWarnings: 0,
      platform: "Linux",
      project: undefined,
      help: false,
    });
  });

  it("take what follows -- for files", () => {
    expect(parseCheckArguments(["--", "--format"]).files).toStrictEqual(["--format"]);
  });

  it.each([
    [["--formt", "json"], 'unknown option "--formt"; did you mean "--format"?'],
    [["-x"], 'unknown option "-x"; write one of "--format", "--max-warnings", "--platform", "--project", "--help"'],
    [["--format"], '"--format" needs a value'],
    [["--format", "xml"], '--format is "xml"; it must be one of "human", "json", "github", "sarif"'],
    [["--platform", "BeOS"], '--platform is "BeOS"; it must be one of "Linux", "Windows", "macOS"'],
    [["--max-warnings", "few"], '--max-warnings is "few"; it must be a whole number from 0 up'],
    [["--max-warnings=-1"], '--max-warnings is "-1"; it must be a whole number from 0 up'],
  ])("refuse %j", (argv, message) => {
    expect(() => parseCheckArguments(argv)).toThrow(new UsageError(message));
  });
});
