import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import * as fc from "fast-check";
import { stringify } from "yaml";

import { actions } from "../../src/documents/actions/action-modules";
import { checkDocument } from "../../src/documents/check-document";
import { workflowActions } from "../../src/documents/workflows/workflow-actions";
import { tries } from "../helpers/sample";

const root = join(__dirname, "../..");
const shipped = ["components", "workflows"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".yaml"))
    .sort()
    .map((path) => readFileSync(join(root, folder, path), "utf8")),
);
const document = fc.constantFrom(...shipped);

/** Checks a text, and that each problem is at a place in it and says something that a reader can use. */
function expectProblemsOf(text: string, options = {}): void {
  const { problems } = checkDocument("components/linux/hostile.yaml", text, options);
  const lines = text.replace(/^\uFEFF/, "").split("\n");
  // One expectation for all: a hostile document has thousands of problems.
  const wrong = problems.filter(({ line, column, end, message, fix }) => {
    const isInText = line >= 1 && column >= 1 && column <= (lines[line - 1]?.length ?? -1) + 1;
    const isAfterIt = end === undefined || end.line > line || (end.line === line && end.column >= column);
    return !isInText || !isAfterIt || ![message, fix].every(canBeUsed);
  });
  expect(wrong).toEqual([]);
}

function canBeUsed(words: string): boolean {
  // What the document says is its own business.
  const own = words.replace(/"(?:NaN|undefined)"/g, '""');
  return !/undefined|\[object|NaN|\.$|\n|^$/.test(own) && words.length < 1500;
}

describe("a document that nobody would write", () => {
  it("of random bytes gives problems at their places, or none", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expectProblemsOf(Buffer.from(bytes).toString("latin1"));
        expectProblemsOf(Buffer.from(bytes).toString("utf8"));
      }),
      { numRuns: tries(150) },
    );
  });

  it("of random pieces of YAML gives problems at their places, or none", () => {
    const pieces = fc.constantFrom(
      ..."phases:|  - |name: |steps:|action: |ExecuteBash|inputs:|commands:|loop:|if:|{{|}}|{{ a.b.outputs.c }}|&a |*a|<<: *a|!!binary |? |: |- |\n|\n  |\n    |\n\t|'|\"|#|[|]|{|}|,| |---\n|...\n|%YAML 1.1\n|>-\n|@version: 1.0|null|~|.inf|0x1F|\u2028|\u0000|\uFEFF|\r\n".split(
        "|",
      ),
      "|\n",
      "schemaVersion: 1.0\n",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        expectProblemsOf(parts.join(""));
      }),
      { numRuns: tries(300) },
    );
  });

  it("may be any beginning of a right one", () => {
    fc.assert(
      fc.property(document, fc.nat(), (text, length) => {
        expectProblemsOf(text.slice(0, length % text.length));
      }),
      { numRuns: tries(100) },
    );
  });

  it("may be a right one with something taken out and something put in", () => {
    fc.assert(
      fc.property(document, fc.nat(), fc.nat({ max: 80 }), fc.string({ maxLength: 20 }), (text, at, length, added) => {
        const start = at % text.length;
        expectProblemsOf(text.slice(0, start) + added + text.slice(start + length));
      }),
      { numRuns: tries(150) },
    );
  });

  it("may hold anything at all under the keys that are known", () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    const map = (...keys: readonly string[]) =>
      fc.record(Object.fromEntries(keys.map((key) => [key, value])), { requiredKeys: [] });
    const action = fc.oneof(fc.constantFrom(...actions.keys(), ...workflowActions.keys()), value);
    const inputKeys = [...new Set([...actions.values()].flatMap(({ fields }) => Object.keys(fields)))];
    const inputs = fc.oneof(map(...inputKeys), fc.array(map(...inputKeys), { maxLength: 3 }), value);
    const step = fc.record(
      {
        name: fc.oneof(fc.constantFrom("First", "Second"), value),
        action,
        inputs,
        if: fc.oneof(map("and", "or", "not", "stringEquals", "value", "fileMD5Equals", "path", "then"), value),
        loop: fc.oneof(map("name", "for", "forEach"), value),
        onFailure: value,
        timeoutSeconds: value,
        waitSeconds: value,
        maxAttempts: value,
      },
      { requiredKeys: [] },
    );
    const steps = fc.oneof(fc.array(fc.oneof(step, value), { maxLength: 3 }), value);
    const phase = fc.record({ name: fc.oneof(fc.constantFrom("build", "test"), value), steps }, { requiredKeys: [] });
    const variables = fc.oneof(fc.array(fc.oneof(map("Name", "name", "type"), value), { maxLength: 3 }), value);
    const hostile = fc.record(
      {
        schemaVersion: value,
        parameters: variables,
        constants: variables,
        outputs: value,
        phases: fc.oneof(fc.array(fc.oneof(phase, value), { maxLength: 3 }), value),
        steps,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(hostile, fc.constantFrom("Linux", "Windows", "macOS", undefined), (content, platform) => {
        expectProblemsOf(JSON.stringify(content, null, "\t"), { platform });
        expectProblemsOf(stringify(content), { platform });
      }),
      { numRuns: tries(150) },
    );
  });

  const steps = "schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n";
  it.each([
    ["braces", "{".repeat(65_000)],
    ["brackets under a key", `phases: ${"[".repeat(65_000)}`],
    [
      "references",
      `${steps}      - name: Run\n        action: ExecuteBash\n        inputs:\n          commands: ["${"{{ a.b.outputs.c }} ".repeat(3_200)}"]\n`,
    ],
    ["half references", `a: "${"{{ ".repeat(21_000)}"\n`],
    ["steps of one name", steps + "      - { name: Run, action: Reboot }\n".repeat(1_700)],
    ["unknown keys", Array.from({ length: 6_000 }, (_, index) => `key${index}: 1\n`).join("")],
    ["one key", "phases: []\n".repeat(5_900)],
    ["one long key", `${"k".repeat(65_000)}: 1\n`],
    ["parameters", `parameters:\n${"  - Name: { type: string }\n".repeat(2_400)}`],
    [
      "nested conditions",
      `${steps}      - name: Run\n        action: Reboot\n        if: ${"{ not: ".repeat(90)}{}${" }".repeat(90)}\n`,
    ],
    ["comments", "# @version: 1.0\n# check-ignore endless-step: slow\n".repeat(1_300)],
    ["errors of syntax", "a: @b\n".repeat(10_000)],
    ["quotes", `${"'".repeat(65_000)}\n`],
    ["line breaks", "\n".repeat(65_000)],
    [
      "aliases that multiply",
      `a0: &a0 [x, x]\n${Array.from({ length: 60 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`).join("")}phases: *a60\n`,
    ],
    [
      "merges that multiply",
      `a0: &a0 { x: 1 }\n${Array.from({ length: 60 }, (_, i) => `a${i + 1}: &a${i + 1} { <<: [*a${i}, *a${i}], y${i}: 1 }\n`).join("")}phases: *a60\n`,
    ],
  ])("of 64 KB of %s is checked to the end", (_, text) => {
    expectProblemsOf(text);
  });
});
