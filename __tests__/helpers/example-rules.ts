import type { Problem } from "../../src/problems/problem";
import type { Example, Rule } from "../../src/problems/rule";

/** Returns the files of an example without markers, and the positions of the markers. */
export function unmarked(example: Example): {
  files: Record<string, string>;
  marks: { file: string; line: number; column: number }[];
} {
  const marks: { file: string; line: number; column: number }[] = [];
  const files = Object.fromEntries(
    Object.entries(example).map(([file, marked]) => {
      const lines = marked.split("\n");
      lines.forEach((line, index) => {
        const column = line.indexOf("▸");
        if (column >= 0) marks.push({ file, line: index + 1, column: column + 1 });
      });
      return [file, marked.replaceAll("▸", "")];
    }),
  );
  return { files, marks };
}

/** Returns all `fail` or `pass` examples of rules, with a title that starts with the code of the rule. */
export function examplesOf<R extends Rule>(rules: readonly R[], kind: "fail" | "pass"): [string, Example, R][] {
  return rules.flatMap((rule) =>
    rule[kind].map((example, index): [string, Example, R] => [
      index === 0 ? rule.code : `${rule.code}, example ${index + 1},`,
      example,
      rule,
    ]),
  );
}

/** Checks whether an example contains only documents, not a project. */
export function isOfDocuments([, example]: readonly [string, Example, ...unknown[]]): boolean {
  return Object.keys(example).every((file) => /^(components|workflows)\//.test(file));
}

/** Returns the code and position of problems, which tests compare; the wording is left out. */
export function placesOf(problems: readonly Problem[]): { file: string; line: number; column: number; code: string }[] {
  return problems.map(({ file, line, column, code }) => ({ file, line, column, code }));
}
