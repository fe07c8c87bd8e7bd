import { checkDocumentSync } from "../../src/documents/check-document";
import { componentRules } from "../../src/documents/rules";
import type { Problem } from "../../src/problems/problem";
import { placesOf, unmarked } from "../helpers/example-rules";

function check(files: Readonly<Record<string, string>>): Problem[] {
  return Object.entries(files).flatMap(([file, text]) => [...checkDocumentSync(file, text).problems]);
}

describe.each(componentRules.map((rule) => [rule.code, rule] as const))("%s", (code, rule) => {
  test("is the one problem of the example that breaks it, at the marked place", () => {
    const { files, marks } = unmarked(rule.breaks);
    expect(marks).toHaveLength(1);
    expect(placesOf(check(files))).toEqual(marks.map((mark) => ({ ...mark, code })));
  });

  test("is mended by the other example, which has no problem at all", () => {
    expect(check(unmarked(rule.mends).files)).toEqual([]);
  });
});

test("every code stands for one rule", () => {
  const codes = componentRules.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});
