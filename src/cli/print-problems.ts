import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { formatHuman } from "../problems/formats/human";
import { type Problem, sortProblems } from "../problems/problem";

/** Problems of the project at `root` as people read them, with the lines that they are about. */
export function printProblems(root: string, problems: readonly Problem[], colour: boolean): string {
  const readText = (file: string): string | undefined => {
    try {
      return readFileSync(resolve(root, file), "utf8");
    } catch {
      return undefined;
    }
  };
  return formatHuman(sortProblems(problems), { readText, colour, rules: [] });
}
