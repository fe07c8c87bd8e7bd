import { checkScripts } from "../../documents/check-rules";
import { Report } from "../../documents/reading/report";
import { userDataScripts } from "../../documents/scripts/user-data";
import type { Problem, Range } from "../../problems/problem";
import type { Example } from "../../problems/rule";
import { type TextNode, valueOf } from "../../problems/yaml-tree";
import type { Recipe } from "../context/recipes";
import { withImage } from "../example";

/** Returns an image with these lines of user data. */
export function withUserData(...lines: readonly string[]): Example {
  return withImage({ more: `userData: |\n${lines.map((line) => `  ${line}\n`).join("")}` });
}

/** Returns the user data of an image as written. */
export function userDataOf({ kind, source }: Recipe): TextNode | undefined {
  const node = valueOf(source.tree?.root, "userData");
  return kind === "image" && node?.kind === "text" ? node : undefined;
}

/** Returns the range of the first line of user data. */
export function firstLineOf(node: TextNode, { source }: Recipe): Range {
  const end = node.value.indexOf("\n");
  return source.rangeOf(source.spanWithin(node, 0, end < 0 ? node.value.length : end));
}

/** Returns the problems of user data as a script. */
export function userDataProblems(recipe: Recipe): Problem[] {
  const node = userDataOf(recipe);
  if (node === undefined) return [];
  const report = new Report(recipe.source);
  checkScripts(userDataScripts(node, recipe.source), report);
  return report.problems;
}
