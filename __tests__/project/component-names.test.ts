import { resourceNamePattern } from "../../src/aws/resource-name";
import { documentName } from "../../src/factory/names";
import { mergedDocument } from "../../src/project/component-names";

test("a recipe's name of up to 100 characters stays whole in those of its merged components", () => {
  const name = "a".repeat(100);
  expect(mergedDocument(name, 1)).toBe(`merged/${name}-1`);
});

test("a longer one is cut, and ends in a digest of the whole", () => {
  const name = "a".repeat(101);
  expect(mergedDocument(name, 1)).toMatch(/^merged\/a{100}-[0-9a-f]{8}-1$/);
  expect(mergedDocument(`${name}b`, 1)).not.toBe(mergedDocument(`${name}c`, 1));
});

test("the longest name there is leaves room for any number", () => {
  expect(documentName(mergedDocument("a".repeat(126), 999_999_999))).toMatch(resourceNamePattern);
});
