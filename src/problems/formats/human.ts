import { createColors } from "picocolors";

import { counted } from "../../collections/counted";
import { oncePerText } from "../../collections/once-per";
import { printable } from "../printable";
import type { Problem } from "../problem";
import { sourceFor } from "../rule";
import { wrapped } from "../wrapped";
import { codeFrame } from "./code-frame";
import type { Format } from "./format";

const INDENT = "    ";

/**
 * Formats problems for people: one paragraph for each problem, sorted by file, then a line with the number of problems.
 *
 *     components/linux/web.yaml:12:13 unknown-action "ExecuteBsh" is not an action
 *
 *         11 |   - name: Fetch
 *         12 |     action: ExecuteBsh
 *            |             ^^^^^^^^^^
 *         → did you mean "ExecuteBash"?
 *           source: https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html
 */
export const formatHuman: Format = (problems, { readText, colour, columns = Infinity, rules }) => {
  const pc = createColors(colour);
  // Each file is read and split once.
  const linesOf = oncePerText((file) => readText(file)?.split(/\r?\n/) ?? []);
  const byCode = new Map(rules.map((rule) => [rule.code, rule]));

  const sourceOf = ({ code, file }: Problem): string[] => {
    const rule = byCode.get(code);
    return rule === undefined ? [] : [pc.dim(`      source: ${sourceFor(rule, file)}`)];
  };
  const paragraphs = problems.map((problem) => {
    const paint = { error: pc.red, warning: pc.yellow, note: pc.blue }[problem.severity];
    const place = `${pc.bold(printable(problem.file))}${pc.dim(`:${problem.line}:${problem.column}`)}`;
    const severity = problem.severity === "error" ? "" : paint(`${problem.severity}: `);
    const colours = { gutter: pc.dim, caret: paint };
    const frame = codeFrame(linesOf(problem.file), problem, colours, columns - INDENT.length);
    return [
      ...wrapped(`${place} ${paint(problem.code)} ${severity}${printable(problem.message)}`, columns),
      "",
      ...frame.map((row) => `${INDENT}${row}`),
      ...wrapped(`${INDENT}${pc.cyan("→")} ${printable(problem.fix)}`, columns),
      ...sourceOf(problem).flatMap((line) => wrapped(line, columns)),
      "",
      "",
    ].join("\n");
  });
  return [...paragraphs, `${summary(problems)}\n`].join("");
};

/** Returns the number of problems in words: `3 errors, 1 warning, 1 note in 2 files`, or `no problems`. */
export function summary(problems: readonly Problem[]): string {
  if (problems.length === 0) return "no problems";
  const files = new Set(problems.map(({ file }) => file)).size;
  const counts = (["error", "warning", "note"] as const).flatMap((each) => {
    const amount = problems.filter(({ severity }) => severity === each).length;
    return amount > 0 ? [counted(amount, each)] : [];
  });
  return `${counts.join(", ")} in ${counted(files, "file")}`;
}
