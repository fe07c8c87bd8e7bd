import { Ledger } from "../../src/versions/ledger";
import { RESTORE } from "../../src/versions/restore";
import { environmentRules } from "../../src/versions/rules";
import { lockRules } from "../../src/versions/rules";
import { exampleLock } from "../../src/versions/rules/examples";
import { examplesOf, placesOf, unmarked } from "../helpers/example-rules";

const file = "versions.lock.json";
const read = (text: string) => placesOf(Ledger.read(file, text).problems);
/** Those of the file alone; what is found only against the definitions is tested with them. */
const ofDefinitions = environmentRules.map(({ code }) => code);
const ofFile = lockRules.filter(({ code }) => !ofDefinitions.includes(code));

describe("Ledger.read", () => {
  it.each(examplesOf(ofFile, "fail"))("reports what breaks %s at its place", (_title, example, { code }) => {
    const { files, marks } = unmarked(example);
    expect(read(files[file] ?? "")).toEqual(marks.map((mark) => ({ ...mark, code })));
  });

  it.each(examplesOf(ofFile, "pass"))("takes what fixes %s", (_title, example) => {
    expect(read(example[file] ?? "")).toEqual([]);
  });

  it("reads what it writes, line endings of Windows and a BOM included", () => {
    for (const text of [exampleLock, exampleLock.replaceAll("\n", "\r\n"), `\uFEFF${exampleLock}`]) {
      const { ledger, problems } = Ledger.read(file, text);
      expect(problems).toEqual([]);
      expect(ledger.toText()).toBe(exampleLock);
    }
  });

  it.each([
    ["an empty file", "", "lock-syntax", 1, 1],
    ["a comma too many", exampleLock.replace('"environments": {}', '"environments": {},'), "lock-syntax", 17, 1],
    ["a comment", `${exampleLock}// mine\n`, "lock-syntax", 18, 1],
    ["a file that ends early", exampleLock.slice(0, 60), "lock-syntax", 4, 5],
    ["a digest in a list", exampleLock.replace(/("1.0.1": )(".*")/, "$1[$2]"), "lock-digest", 9, 18],
    ["eight characters of a conflict marker", `<<<<<<<< HEAD\n${exampleLock}`, "lock-syntax", 1, 1],
    ["one character of a conflict marker", `=\n>\n|\n${exampleLock}`, "lock-syntax", 1, 1],
    ["a conflict marker inside a line", exampleLock.replace(/$/m, " ======="), "lock-syntax", 1, 3],
    ["the middle of a conflict", exampleLock.replace(/$/m, "\n======="), "lock-conflict", 2, 1],
    ["the base of a conflict", exampleLock.replace(/$/m, "\r\n||||||| 596af0bb\r"), "lock-conflict", 2, 1],
    ["another thing than an object", "[]", "lock-format", 1, 1],
    ["no lockVersion", "{}", "lock-format", 1, 1],
    ["an unknown key", exampleLock.replace('"workflows"', '"flows"'), "lock-format", 15, 3],
    ["a section that is a list", exampleLock.replace('"workflows": {}', '"workflows": []'), "lock-format", 15, 16],
    ["a version given twice", exampleLock.replace('"1.0.1": ', '"1.0.0": '), "lock-format", 9, 9],
    ["a version beyond the service's", exampleLock.replace('"1.0.1": ', '"1.0.1073741824": '), "lock-order", 9, 9],
    ["a version with a leading zero", exampleLock.replace('"1.0.1": ', '"1.0.01": '), "lock-order", 9, 9],
    [
      "a current that is unknown",
      exampleLock.replace('"current": "1.0.1"', '"current": "1.0.2"'),
      "lock-current",
      5,
      18,
    ],
    ["a current that is gone", exampleLock.replace('      "current": "1.0.1",\n', ""), "lock-integrity", 5, 20],
    ["an entry under another name", exampleLock.replace("linux/update-os", "linux/other"), "lock-integrity", 6, 20],
    ["an entry without integrity", exampleLock.replace(/ +"integrity": .*\n/, ""), "lock-integrity", 4, 24],
  ])("refuses %s", (_, text, code, line, column) => {
    expect(read(text)[0]).toEqual({ file, code, line, column });
  });

  it("reports a problem once, also if others follow from it", () => {
    const unknown = exampleLock.replace('"current": "1.0.1"', '"current": "1.0.2"');
    expect(read(unknown)).toEqual([{ file, code: "lock-current", line: 5, column: 18 }]);
  });

  it.each([
    ["{", "not well-formed JSON: close brace expected", undefined],
    ["{}", '"lockVersion" is missing; this release reads 1', RESTORE],
    [
      '{ "lockVersion": 2 }',
      '"lockVersion" is "2"; this release reads 1',
      "use the release of this project that wrote the file",
    ],
  ])("says of %s what is wrong, and how to fix it", (text, message, fix = RESTORE) => {
    const { problems } = Ledger.read(file, text);
    expect(problems.map((problem) => [problem.message, problem.fix])).toEqual([[message, fix]]);
  });

  it("marks a conflict marker up to its end, without the line ending of Windows", () => {
    const { problems } = Ledger.read(file, exampleLock.replace(/$/m, "\r\n<<<<<<< HEAD\r"));
    expect(problems).toMatchObject([{ line: 2, column: 1, end: { line: 2, column: 13 } }]);
  });

  it("reads a lock of an earlier release, which had no environments", () => {
    const { ledger, problems } = Ledger.read(file, exampleLock.replace(/,\n *"environments": \{\}/, ""));
    expect(problems).toEqual([]);
    expect(ledger.toText()).toBe(exampleLock);
  });

  it("names the settings of an environment that it cannot read", () => {
    const environment = { account: 1, region: "eu-west-1", integrity: "", stacks: { builder: "full" }, created: {} };
    const text = exampleLock.replace('"environments": {}', `"environments": { "dev": ${JSON.stringify(environment)} }`);
    expect(Ledger.read(file, text).problems.map(({ message }) => message)).toEqual([
      'environment "dev" is not laid out as this release writes it: account, stacks.builder',
    ]);
  });

  it("leaves out what it cannot trust", () => {
    const { ledger } = Ledger.read(file, exampleLock.replace('"1.0.0": "sha256:1', '"1.0.0": "sha256:3'));
    expect(ledger.toText()).not.toContain("linux/update-os");
  });
});
