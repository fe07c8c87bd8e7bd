import { codesOfSteps } from "../../helpers/document-problems";

const counting = (start: number, end: number, by: number): readonly string[] =>
  codesOfSteps(`- name: Say
  action: ExecuteBash
  loop:
    name: each
    for: { start: ${start}, end: ${end}, updateBy: ${by} }
  inputs: { commands: ["echo {{ each.index }}"] }
`);

test.each([
  [1, 10, 1],
  [10, 1, -1],
  [-3, 3, 2],
  // One round.
  [1, 1, 1],
  [1, 1, -1],
])("a loop that counts from %d to %d by %d ends", (start, end, by) => {
  expect(counting(start, end, by)).toEqual([]);
});

test.each([
  [1, 10, -1],
  [10, 1, 1],
  [1, 10, 0],
  [1, 1, 0],
])("a loop that counts from %d to %d by %d never ends", (start, end, by) => {
  expect(counting(start, end, by)).toEqual(["loop-range"]);
});
