import * as fc from "fast-check";

import { parseShell } from "../../../src/documents/scripts/shell-parser";

describe("the shell parser", () => {
  it("has nothing to say of a script that parses", () => {
    expect(parseShell('for i in 1 2; do echo "$i"; done\n')).toBeUndefined();
  });

  it("counts the place in UTF-16 units, as JavaScript does", () => {
    const script = 'echo "grüße 🎉"\necho $(date\n';
    expect(parseShell(script)?.offset).toBe(script.indexOf("$("));
  });

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

  it("lets pass what is nested beyond its stack, and goes on with the next script", () => {
    expect(parseShell("(".repeat(20_000))).toBeUndefined();
    expect(parseShell("fi")).toBeDefined();
  });

  it("never throws, and points into the script", () => {
    const fragments = fc.constantFrom(
      "if ",
      "fi",
      "$(",
      ")",
      '"',
      "'",
      "{ ",
      "}",
      "<<EOF\n",
      "`",
      "[[",
      "\n",
      "é",
      "a ",
      "\0",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(fragments).map((parts) => parts.join("")),
        ),
        (script) => {
          const offset = parseShell(script)?.offset ?? 0;
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset).toBeLessThanOrEqual(script.length);
        },
      ),
    );
  });
});
