import { didYouMean, nearest, writeOneOf } from "../../src/problems/suggest";

test("a similar candidate is suggested, in any letter case", () => {
  expect(didYouMean("executebsh", ["ExecuteBash", "Reboot"], "remove it")).toBe('did you mean "ExecuteBash"?');
});

test("a candidate that is no misspelling is not suggested", () => {
  expect(didYouMean("size", ["type", "name"], "remove it")).toBe("remove it");
  expect(writeOneOf("size", ["type", "name"])).toBe('write one of "type", "name"');
});

test("a text is compared up to its 200th character", () => {
  const name = "a".repeat(199);
  expect(nearest(`${name}b`, [`${name}c`])).toBe(`${name}c`);
  expect(nearest("a".repeat(100_000), ["a".repeat(200), "b"])).toBe("a".repeat(200));
});
