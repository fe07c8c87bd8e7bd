import { nonEmpty, nonEmptyMap, withoutUndefined } from "../../src/collections/non-empty";

test("leaves out a list or map that is empty", () => {
  expect([nonEmpty([]), nonEmpty(["a"])]).toEqual([undefined, ["a"]]);
  expect([nonEmptyMap({}), nonEmptyMap({ a: undefined })]).toEqual([undefined, { a: undefined }]);
});

test("leaves out members that are undefined, and those alone", () => {
  expect(Object.entries(withoutUndefined({ a: undefined, b: null, c: "", d: 0, e: false }))).toEqual([
    ["b", null],
    ["c", ""],
    ["d", 0],
    ["e", false],
  ]);
});
