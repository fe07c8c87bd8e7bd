import "@microsoft/jest-sarif";

import type { Log } from "sarif";

import type { FormatContext } from "../../../src/problems/formats/format";
import { formats } from "../../../src/problems/formats/formats";
import type { Problem } from "../../../src/problems/problem";
import type { Rule } from "../../../src/problems/rule";

const rule: Rule = {
  code: "unknown-action",
  refusedBy: "AWS",
  summary: "A step asks for an action that does not exist.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html",
  fail: [],
  pass: [],
};
const context: FormatContext = { readText: () => undefined, colour: false, rules: [rule] };

const problem: Problem = {
  file: "components/my, file:1.yaml",
  line: 4,
  column: 13,
  end: { line: 4, column: 23 },
  code: "unknown-action",
  severity: "error",
  message: '"Execute%Bsh" is not:\nan action',
  fix: "write ExecuteBash",
};

describe("the JSON format", () => {
  it("is an array of plain objects", () => {
    expect(JSON.parse(formats.json([problem], context))).toStrictEqual([
      {
        file: problem.file,
        line: 4,
        column: 13,
        code: "unknown-action",
        severity: "error",
        message: problem.message,
        fix: "write ExecuteBash",
      },
    ]);
  });

  it("names each severity as it is", () => {
    const found = (["error", "warning", "note"] as const).map((severity) => ({ ...problem, severity }));
    expect((JSON.parse(formats.json(found, context)) as Problem[]).map(({ severity }) => severity)).toStrictEqual([
      "error",
      "warning",
      "note",
    ]);
  });

  it("is an empty array where nothing is wrong", () => {
    expect(formats.json([], context)).toBe("[]\n");
  });
});

describe("the GitHub format", () => {
  it("escapes what would end a property or the command", () => {
    expect(formats.github([problem], context)).toBe(
      "::error file=components/my%2C file%3A1.yaml,line=4,col=13,title=unknown-action" +
        '::"Execute%25Bsh" is not:\\nan action%0Awrite ExecuteBash\n',
    );
  });

  it("has GitHub's own word for a note", () => {
    expect(formats.github([{ ...problem, severity: "note" }], context)).toMatch(/^::notice file=/);
    expect(formats.github([{ ...problem, severity: "warning" }], context)).toMatch(/^::warning file=/);
  });

  it("is empty where nothing is wrong", () => {
    expect(formats.github([], context)).toBe("");
  });
});

describe("the SARIF format", () => {
  const read = (problems: readonly Problem[]) => JSON.parse(formats.sarif(problems, context)) as Log;

  it("describes each rule that reported, once, and points at it by index", () => {
    const [run] = read([problem, { ...problem, code: "another", severity: "warning" }, problem]).runs;
    expect(run?.tool.driver).toMatchObject({
      name: "golden-images",
      rules: [
        { id: "another" },
        {
          id: "unknown-action",
          shortDescription: { text: rule.summary },
          help: { text: `${rule.summary}\n\nSource: ${rule.source}` },
          defaultConfiguration: { level: "error" },
        },
      ],
    });
    expect(run?.results?.map(({ ruleId, ruleIndex, level }) => [ruleId, ruleIndex, level])).toStrictEqual([
      ["unknown-action", 1, "error"],
      ["another", 0, "warning"],
      ["unknown-action", 1, "error"],
    ]);
  });

  it("has a level for a note", () => {
    const note: Rule = { ...rule, severity: "note", refusedBy: undefined };
    const log = JSON.parse(formats.sarif([{ ...problem, severity: "note" }], { ...context, rules: [note] })) as Log;
    expect(log.runs[0]?.results?.[0]?.level).toBe("note");
    expect(log.runs[0]?.tool.driver.rules?.[0]?.defaultConfiguration).toStrictEqual({ level: "note" });
  });

  it("gives the region in UTF-16 units and the file as a URI", () => {
    const [run] = read([problem, { ...problem, file: "/elsewhere/a b.yaml", end: undefined }]).runs;
    expect(run?.columnKind).toBe("utf16CodeUnits");
    expect(run?.results?.map(({ locations }) => locations?.[0]?.physicalLocation)).toStrictEqual([
      {
        artifactLocation: { uri: "components/my%2C%20file%3A1.yaml" },
        region: { startLine: 4, startColumn: 13, endLine: 4, endColumn: 23 },
      },
      { artifactLocation: { uri: "file:///elsewhere/a%20b.yaml" }, region: { startLine: 4, startColumn: 13 } },
    ]);
  });

  it.each([
    [
      "what is wrong",
      [problem, { ...problem, file: "/elsewhere/a b.yaml", end: undefined, severity: "note" as const }],
    ],
    ["nothing", []],
  ])("fits the schema of SARIF 2.1.0: %s", (_what, problems) => {
    expect(read(problems)).toBeValidSarifLog();
  });

  it("would not fit the schema with a line 0, so that the schema is one", () => {
    expect(read([{ ...problem, line: 0 }])).not.toBeValidSarifLog();
  });

  it("is a log without results where nothing is wrong", () => {
    expect(read([])).toMatchObject({ version: "2.1.0", runs: [{ results: [], tool: { driver: { rules: [] } } }] });
  });
});
