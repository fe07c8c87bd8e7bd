import { checkDocument } from "../documents/check-document";
import type { Platform } from "../documents/component-document";
import type { Problem } from "../problems/problem";
import { problemOf, type Rule } from "../problems/rule";

export const fileMissing: Rule = {
  code: "file-missing",
  severity: "error",
  summary: "A file that is to be checked does not exist or cannot be read.",
  source: "npm run check -- FILE…",
  breaks: {},
  mends: {},
};

/** Checks documents wherever they are. */
export function checkFiles(
  files: readonly string[],
  platform: Platform | undefined,
  readText: (file: string) => string | undefined,
): Problem[] {
  const start = { line: 1, column: 1 };
  return files.flatMap((file) => {
    const text = readText(file);
    if (text !== undefined) return checkDocument(file, text, { platform }).problems;
    return problemOf(fileMissing, file, { start, end: start }, `"${file}" cannot be read`, "name a file that exists");
  });
}
