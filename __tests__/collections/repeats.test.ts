import { repeats } from "../../src/collections/repeats";

const initial = (word: string): string => word.charAt(0);

test("what repeats an earlier item is found with the first of its key", () => {
  expect(repeats(["ant", "bee", "ape", "auk", "bat"], initial)).toEqual([
    { item: "ape", first: "ant" },
    { item: "auk", first: "ant" },
    { item: "bat", first: "bee" },
  ]);
});

test("nothing repeats itself where each has a key of its own", () => {
  expect(repeats(["ant", "bee"], initial)).toEqual([]);
  expect(repeats([], initial)).toEqual([]);
});
