import { invisibleCharacter } from "../../documents/rules/scripts/invisible-character";
import { mixedScripts } from "../../documents/rules/scripts/mixed-scripts";
import { oddCharacters, withoutCommentLines } from "../../documents/scripts/odd-characters";
import { oddFault } from "../../documents/scripts/odd-in-script";
import type { Problem } from "../../problems/problem";
import { problemOf } from "../../problems/rule";
import { textProblems } from "../../problems/text-problems";
import type { Project } from "../../project/load-project";
import { lineRange } from "./lines";
import { templatesOf } from "./templates";

/** Returns problems of misleading characters in Dockerfile templates. Other files are checked for them while they are read. */
export function templateTextProblems(project: Project): Problem[] {
  return templatesOf(project).flatMap(({ file, text }) => {
    const uncommented = withoutCommentLines(text);
    const odd = oddCharacters(uncommented, uncommented).map((each) => {
      const line = text.slice(0, each.offset).split("\n").length;
      const column = each.offset - text.lastIndexOf("\n", each.offset - 1);
      const rule = each.kind === "mixed" ? mixedScripts : invisibleCharacter;
      const { message, fix } = oddFault(each, "the template");
      return problemOf(rule, file, lineRange(line, column, column + each.length), message, fix);
    });
    return [...textProblems(file, text), ...odd];
  });
}
