import * as fc from "fast-check";

import { bashCode } from "../../../src/documents/scripts/bash-code";
import { shellCommands } from "../../../src/documents/scripts/bash-commands";
import { readPowershell } from "../../../src/documents/scripts/powershell";
import { parseShell } from "../../../src/documents/scripts/shell-parser";

describe("a script of random pieces", () => {
  it("never makes the shell parser throw, which points into the script", () => {
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

  it("has commands with places in it", () => {
    const fragments = fc.constantFrom(
      '"',
      "'",
      "$(",
      "(",
      ")",
      "`",
      "<<EOF\n",
      "EOF\n",
      "((",
      "\\\n",
      "#",
      "a ",
      "\n",
      "| ",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fragments).map((parts) => parts.join("")),
        ),
        (script) => {
          expect(bashCode(script)).toHaveLength(script.length);
          for (const { offset } of shellCommands(script)) expect(offset).toBeLessThan(script.length);
        },
      ),
    );
  });

  it("keeps every offset as PowerShell", () => {
    const fragments = fc.constantFrom(
      '"',
      "'",
      "@'\n",
      "\n'@",
      "$(",
      ")",
      "{",
      "}",
      "<#",
      "#>",
      "`",
      "# ",
      "a",
      "\n",
      '@"\n',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fragments).map((parts) => parts.join("")),
        ),
        (script) => {
          const { code, fault } = readPowershell(script);
          expect(code).toHaveLength(script.length);
          expect(fault?.offset ?? 0).toBeLessThanOrEqual(script.length);
        },
      ),
    );
  });
});
