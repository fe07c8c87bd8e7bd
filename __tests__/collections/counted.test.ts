import { counted } from "../../src/collections/counted";

test.each([
  [0, undefined, "0 files"],
  [1, undefined, "1 file"],
  [2, undefined, "2 files"],
  [1, "entries", "1 file"],
  [2, "entries", "2 entries"],
])("%i with the plural %j is %j", (count, more, words) => {
  expect(counted(count, "file", more)).toBe(words);
});
