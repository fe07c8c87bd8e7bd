import { textReader } from "../files/text-reader";
import type { FormatContext } from "../problems/formats/format";
import { formatHuman } from "../problems/formats/human";
import { type Problem, sortProblems } from "../problems/problem";
import { allRules } from "./all-rules";

/** Formats problems of the project at `root` for people, with the lines of the files. */
export function printProblems(
  root: string,
  problems: readonly Problem[],
  screen: Pick<FormatContext, "colour" | "columns">,
): string {
  return formatHuman(sortProblems(problems), { ...screen, readText: textReader(root), rules: allRules });
}
