import type { Problem } from "../../src/problems/problem";
import type { Example, Rule } from "../../src/problems/rule";

/** An example's files without the marker, and where the marker stood. */
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

/** Every example of the rules that has to fail, or to pass, under the code of its rule. */
export function examplesOf<R extends Rule>(rules: readonly R[], kind: "fail" | "pass"): [string, Example, R][] {
  return rules.flatMap((rule) =>
    rule[kind].map((example, index): [string, Example, R] => [
      index === 0 ? rule.code : `${rule.code}, example ${index + 1},`,
      example,
      rule,
    ]),
  );
}

/** Whether an example is of documents alone, and not of a project. */
export function isOfDocuments([, example]: readonly [string, Example, ...unknown[]]): boolean {
  return Object.keys(example).every((file) => /^(components|workflows)\//.test(file));
}

/** What a test compares: the code and the place, not the wording. */
export function placesOf(problems: readonly Problem[]): { file: string; line: number; column: number; code: string }[] {
  return problems.map(({ file, line, column, code }) => ({ file, line, column, code }));
}
