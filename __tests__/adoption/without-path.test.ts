import fc from "fast-check";
import { parse, stringify } from "yaml";

import { withoutPath } from "../../src/adoption/without-path";

test.each([
  [
    "an entry of a block, with its comment, and nothing around it",
    "# head\nbuild:\n  # why\n  metadata: as-ami # old\n  # next\n  keyPair: mine\n",
    ["build", "metadata"],
    "# head\nbuild:\n  # why\n  # next\n  keyPair: mine\n",
  ],
  ["a list of several lines", "a:\n  b:\n    - x\n    - y\n\n  c: 1\n", ["a", "b"], "a:\n\n  c: 1\n"],
  ["the last entry of a map, with the map", "a:\n  b: []\nc: 1\n", ["a", "b"], "c: 1\n"],
  ["the last entry of a file", "c: 1\na:\n  b: []", ["a"], "c: 1\n"],
  ["the first of an item of a list", "v:\n  - e: as-parent\n    size: 2\n", ["v", 0, "e"], "v:\n  - size: 2\n"],
  ["the only one of an item of a list", "v:\n  - e: as-parent\n  - d: 1\n", ["v", 0, "e"], "v:\n  - {}\n  - d: 1\n"],
  ["the only one of an item in braces", "v: [{ e: 1 }, { d: 1 }]\n", ["v", 0, "e"], "v: [{}, { d: 1 }]\n"],
  ["the first in braces", "a: { b: 1, c: 2 }\n", ["a", "b"], "a: { c: 2 }\n"],
  ["the last in braces", "a: { b: 1, c: 2 } # x\n", ["a", "c"], "a: { b: 1 } # x\n"],
  ["one whose value is on the next lines", "a:\n  b:\n    c: 1\n  d: 2\n", ["a", "b"], "a:\n  d: 2\n"],
])("%s is cut out of the text", (_title, text, path, expected) => {
  expect(withoutPath(text, path)).toBe(expected);
});

test.each([
  ["there is none", "a: 1\n", ["b"]],
  ["it is all there is", "a: 1\n", ["a"]],
  ["an alias stands for it", "x: &x { b: 1, c: 2 }\na: *x\n", ["a", "b"]],
  ["another stands on it", "a: &x 1\nb: *x\n", ["a"]],
])("nothing is cut out where %s", (_title, text, path) => {
  expect(withoutPath(text, path)).toBeUndefined();
});

const key = fc.stringMatching(/^[a-z]{1,6}$/);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.stringMatching(/^[ -~]{0,20}$/),
    fc.integer(),
    fc.boolean(),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

test("whatever is cut out, the rest means what it meant", () => {
  fc.assert(
    fc.property(
      fc.dictionary(key, value, { minKeys: 2, maxKeys: 5, noNullPrototype: true }),
      fc.nat(),
      (file, pick) => {
        const text = stringify(file);
        const keys = Object.keys(file);
        const gone = keys[pick % keys.length] ?? "";
        const cut = withoutPath(text, [gone]);
        const rest = Object.fromEntries(Object.entries(file).filter(([each]) => each !== gone));
        expect(cut === undefined ? undefined : parse(cut)).toEqual(rest);
      },
    ),
  );
});
