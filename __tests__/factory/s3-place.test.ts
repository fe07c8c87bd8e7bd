import { keysBelow, keysIn, s3Place } from "../../src/factory/s3-place";

test.each([
  ["tools", "tools", ""],
  ["tools/", "tools", ""],
  ["tools/linux/agents", "tools", "linux/agents"],
  ["tools/linux//", "tools", "linux"],
  ["tools/linux//agents", "tools", "linux//agents"],
])("%s is a bucket and a folder in it", (text, bucket, folder) => {
  expect(s3Place(text)).toEqual({ bucket, folder });
});

test.each([
  ["builds", "builds/"],
  ["builds/", "builds/"],
  ["builds//", "builds/"],
  ["a//b", "a//b/"],
  ["/", ""],
])("keys below the prefix %s start with %j", (prefix, start) => {
  expect(keysBelow(prefix)).toBe(start);
  expect(keysIn(prefix)).toBe(start);
});

test("without a prefix, keys start with anything", () => {
  expect(keysIn(undefined)).toBe("");
});
