import { operations } from "../../../sandbox/imagebuilder/api-model";
import { validateInput } from "../../../sandbox/imagebuilder/validate";

const valid = { name: "base", semanticVersion: "1.0.0", platform: "Linux", data: "x", clientToken: "t" };

function refusal(change: Record<string, unknown>): string {
  try {
    validateInput("CreateComponentRequest", { ...valid, ...change });
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}

test("takes what the API takes", () => {
  expect(refusal({ tags: { team: "a" }, supportedOsVersions: ["Amazon Linux 2023"] })).toBe("");
});

test.each([
  [
    "a missing field",
    { name: undefined },
    "Value null at 'name' failed to satisfy constraint: Member must not be null",
  ],
  ["an unknown field", { nmae: "x" }, "Unknown parameter 'nmae'"],
  ["a wrong type", { name: 5 }, "Value '5' at 'name' is not a string"],
  ["a pattern", { semanticVersion: "1" }, "satisfy regular expression pattern: ^[0-9]+\\.[0-9]+\\.[0-9]+$"],
  ["an enum", { platform: "BeOS" }, "satisfy enum value set: [Windows, Linux, macOS]"],
  ["a short text", { description: "" }, "have length greater than or equal to 1"],
  ["a long text", { description: "x".repeat(1025) }, "have length less than or equal to 1024"],
  [
    "a long list",
    { supportedOsVersions: Array.from({ length: 26 }, () => "x") },
    "have length less than or equal to 25",
  ],
  ["a tag key", { tags: { "aws:x": "y" } }, "satisfy regular expression pattern"],
  ["a tag value", { tags: { x: "y".repeat(257) } }, "have length less than or equal to 256"],
])("refuses %s", (_title, change, message) => {
  expect(refusal(change)).toContain(message);
});

test("reports everything at once", () => {
  expect(refusal({ name: "", platform: "BeOS" })).toMatch(/^2 validation errors detected: /);
});

test("knows the input of every operation", () => {
  for (const { input } of Object.values(operations))
    expect(() => {
      validateInput(input, {});
    }).not.toThrow(/no shape/);
});
