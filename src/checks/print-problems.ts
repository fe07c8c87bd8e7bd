import { textReader } from "../files/text-reader";
import type { FormatContext } from "../problems/formats/format";
import { formatHuman } from "../problems/formats/human";
import { type Problem, sortProblems } from "../problems/problem";
import { allRules } from "./all-rules";

/** Problems of the project at `root` as people read them, with the lines that they are about. */
export function printProblems(
  root: string,
  problems: readonly Problem[],
  screen: Pick<FormatContext, "colour" | "columns">,
): string {
  return formatHuman(sortProblems(problems), { ...screen, readText: textReader(root), rules: allRules });
}
