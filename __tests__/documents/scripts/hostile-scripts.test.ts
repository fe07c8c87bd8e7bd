import { checkDocument } from "../../../src/documents/check-document";
import { shellCommands } from "../../../src/documents/scripts/bash-commands";
import { parseShell } from "../../../src/documents/scripts/shell-parser";

/** As much as fits into a document, of what makes a careless pattern take quadratic time or worse. */
const hostile = [
  "(",
  "((",
  "$(",
  "`",
  "'",
  '"',
  "{",
  "${",
  "<<a ",
  "<<'",
  "<#",
  "@'\n",
  "a|",
  "a\n",
  "reboot;",
  "sudo -u -u ",
  "shutdown ",
  "({shutdown ",
  "yum install ",
  "assumeyes ",
  "A",
  "AKIAABCDEFGHIJKLMNOP=",
  "https://a:",
  "-----BEGIN PRIVATE KEY-----\n",
  "{{ ",
  "{{",
  "case a in b)",
  ")",
  " ",
  "\\",
  "#",
];

describe("a script of 60 KB", () => {
  it.each(hostile)("of %j is checked without hanging", (fragment) => {
    const script = fragment.repeat(Math.floor(60_000 / fragment.length));
    for (const action of ["ExecuteBash", "ExecutePowerShell"]) {
      const document = {
        schemaVersion: 1.0,
        phases: [{ name: "build", steps: [{ name: "Run", action, inputs: { commands: [script.trimEnd()] } }] }],
      };
      expect(() => checkDocument("c.json", JSON.stringify(document))).not.toThrow();
    }
  });

  it("of a command after many options is checked without hanging", () => {
    const script = `sudo ${"-u ".repeat(60)}reboot`;
    const text = `schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n      - name: Run\n        action: ExecuteBash\n        inputs:\n          commands:\n            - ${script}-\n`;
    expect(() => checkDocument("c.yaml", text)).not.toThrow();
  });
});

describe("the shell parser", () => {
  it("parses thousands of scripts in one process in constant memory", () => {
    const script = `${"if true; then echo yes; fi\n".repeat(20)}if false; then\n`;
    const read = (count: number) => {
      for (let i = 0; i < count; i++) expect(parseShell(`${script}# ${i}\n`)?.offset).toBe(script.lastIndexOf("then"));
      return process.memoryUsage().rss;
    };
    const before = read(100);
    expect(read(1000) - before).toBeLessThan(300e6); // A program for each script would take gigabytes.
  });

  it.each([
    ["many commands", "a;".repeat(4000)],
    ["many words", "a ".repeat(8000)],
    ["many substitutions", "$a".repeat(8000)],
    ["deep brackets", "(".repeat(300)],
  ])("finds the fault of the next script after %s, which take much memory", (_what, script) => {
    for (let i = 0; i < 20; i++) {
      parseShell(script);
      expect(parseShell(`echo ${i}\nfi\n`)?.offset).toBe(`echo ${i}\n`.length);
    }
  });

  it("parses the largest document that Image Builder takes", () => {
    expect(parseShell(`${"yum install -y jq | tee log\n".repeat(2340)}fi\n`)?.text).toMatch(/`fi`/);
  });
});

describe("the commands of a bash script", () => {
  it.each(["(", "$(", "`", "((", "'", "a<<b ", "$(a ", "{ ", "a|"])("take linear time for 64 KB of %j", (fragment) => {
    expect(() => shellCommands(fragment.repeat(65_536 / fragment.length))).not.toThrow();
  });
});
