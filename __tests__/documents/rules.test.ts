import { checkDocument } from "../../src/documents/check-document";
import { documentRules } from "../../src/documents/rules";
import type { Problem } from "../../src/problems/problem";
import { silence, silenceRules } from "../../src/problems/silence";
import { yamlSyntax } from "../../src/problems/yaml-source";
import { examplesOf, isOfDocuments, placesOf, unmarked } from "../helpers/example-rules";

const rules = [yamlSyntax, ...documentRules, ...silenceRules];
const codes = rules.map(({ code }) => code);

function check(files: Readonly<Record<string, string>>): Problem[] {
  return Object.entries(files).flatMap(([file, text]) =>
    silence(file, text, checkDocument(file, text).problems, { rules, ran: new Set(codes), isDocument: true }),
  );
}

test.each(examplesOf(rules, "fail").filter(isOfDocuments))(
  "%s is the one problem of the example that breaks it, at the marked place",
  (_title, example, { code }) => {
    const { files, marks } = unmarked(example);
    expect(marks).toHaveLength(1);
    const problems = check(files);
    expect(placesOf(problems)).toEqual(marks.map((mark) => ({ ...mark, code })));
    expect(problems.map(({ severity, message, fix }) => `${severity}: ${message}; ${fix}`)).toMatchSnapshot();
  },
);

test.each(examplesOf(rules, "pass").filter(isOfDocuments))(
  "%s is fixed by the other example, which has no problem at all",
  (_title, example) => {
    expect(check(unmarked(example).files)).toEqual([]);
  },
);

test("every code stands for one rule", () => {
  expect(new Set(codes).size).toBe(codes.length);
});
