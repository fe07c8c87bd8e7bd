import { oddProblem } from "../../documents/scripts/check-characters";
import { oddCharacters, withoutCommentLines } from "../../documents/scripts/odd-characters";
import type { Problem } from "../../problems/problem";
import { problemOf } from "../../problems/rule";
import { textProblems } from "../../problems/text-problems";
import type { Project } from "../../project/load-project";
import { lineRange, templatesOf } from "./templates";

/** Characters in Dockerfile templates that are not what they seem: found while they are read, as in every other file. */
export function templateTextProblems(project: Project): Problem[] {
  return templatesOf(project).flatMap(({ file, text }) => {
    const uncommented = withoutCommentLines(text);
    const odd = oddCharacters(uncommented, uncommented).map((each) => {
      const before = text.slice(0, each.offset).split("\n");
      const column = (before.at(-1) ?? "").length + 1;
      const { rule, message, fix } = oddProblem(each, "the template");
      return problemOf(rule, file, lineRange(before.length, column, column + each.length), message, fix);
    });
    return [...textProblems(file, text), ...odd];
  });
}
