import { checkDocument } from "../../../src/documents/check-document";

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
