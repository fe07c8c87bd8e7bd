import { lookUpInWords } from "../../src/model/look-up";

test.each([
  [{ filters: { name: ["ubuntu-*"] } }, "name ubuntu-*"],
  [
    { owners: ["amazon", "self"], filters: { architecture: ["arm64"], "tag:team": ["a", "b"] } },
    "owner amazon or self, architecture arm64, tag:team a or b",
  ],
  [{ owners: ["self"], filters: {} }, "owner self"],
])("%j is said in words", (lookUp, words) => {
  expect(lookUpInWords(lookUp)).toBe(words);
});
