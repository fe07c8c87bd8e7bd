import { z } from "zod";

import { readDefinition } from "../../src/definitions/read-definition";
import { exactlyOne } from "../../src/definitions/schema/exactly-one";

const schema = z.strictObject({
  age: z
    .strictObject({ days: z.int().min(1).max(9).optional(), weeks: z.int().optional() })
    .superRefine(exactlyOne("days", "weeks"))
    .optional(),
  names: z.array(z.string().min(2).max(3)).min(1).max(2).optional(),
  made: z.literal(true).optional(),
});

function problems(text: string): string[] {
  return readDefinition("a.yaml", text, schema).problems.map(
    ({ line, column, code, message, fix }) => `${line}:${column} ${code} ${message}; ${fix}`,
  );
}

describe("problems of a definition", () => {
  it.each([
    [
      "a number that is too large",
      "age: { days: 10 }",
      '1:14 invalid-value "age.days" is "10", allowed: up to 9; write at most 9',
    ],
    [
      "a text that is too short",
      "names: [a]",
      '1:9 invalid-value "names[0]" has 1 character, allowed: at least 2; write at least 2 characters',
    ],
    [
      "a list that is too short",
      "names: []",
      '1:8 invalid-value "names" has 0 entries, allowed: at least 1; write at least 1 entry',
    ],
    [
      "a list that is too long",
      "names: [ab, cd, ef]",
      '1:17 invalid-value "names" has 3 entries, allowed: up to 2; write at most 2 entries',
    ],
    [
      "a number in place of a map",
      "age: 90",
      '1:6 wrong-type "age" is the number 90, expected a map; write a map with days, weeks',
    ],
    ["the one value that is allowed", "made: false", '1:7 invalid-value "made" is "false", allowed: true; write true'],
    [
      "a choice that is misspelt",
      "age: { dayz: 1 }",
      '1:8 unknown-key unknown key "dayz" in "age"; did you mean "days"?',
    ],
    [
      "a choice that is not made",
      "age: {}",
      '1:6 exactly-one "age": none of "days", "weeks" is given; write exactly one of them',
    ],
  ])("says what is allowed of %s", (_title, text, problem) => {
    expect(problems(text)).toStrictEqual([problem]);
  });

  it("reports what excludes each other at the later of the two", () => {
    const message = 'exactly-one "age": "days" and "weeks" exclude each other; write exactly one of them';
    expect(problems("age:\n  days: 1\n  weeks: 1\n")).toStrictEqual([`3:10 ${message}`]);
    expect(problems("age:\n  weeks: 1\n  days: 1\n")).toStrictEqual([`3:9 ${message}`]);
  });
});
