import { checkDocument } from "../../src/documents/check-document";
import { documentRules } from "../../src/documents/rules";
import type { Problem } from "../../src/problems/problem";
import { silence, silenceRules } from "../../src/problems/silence";
import { yamlSyntax } from "../../src/problems/yaml-source";
import { placesOf, unmarked } from "../helpers/example-rules";

const rules = [yamlSyntax, ...documentRules, ...silenceRules];
const codes = rules.map(({ code }) => code);

function check(files: Readonly<Record<string, string>>): Problem[] {
  return Object.entries(files).flatMap(([file, text]) =>
    silence(file, text, checkDocument(file, text).problems, { rules, ran: new Set(codes) }),
  );
}

describe.each(rules.map((rule) => [rule.code, rule] as const))("%s", (code, rule) => {
  test("is the one problem of the example that breaks it, at the marked place", () => {
    const { files, marks } = unmarked(rule.fail);
    expect(marks).toHaveLength(1);
    const found = check(files);
    expect(placesOf(found)).toEqual(marks.map((mark) => ({ ...mark, code })));
  });

  test("is fixed by the other example, which has no problem at all", () => {
    expect(check(unmarked(rule.pass).files)).toEqual([]);
  });
});

test("every code stands for one rule", () => {
  expect(new Set(codes).size).toBe(codes.length);
});
