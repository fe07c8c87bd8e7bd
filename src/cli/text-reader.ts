import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** Reads files as problems name them: relative to `root`, or absolute; undefined where there is no such text file. */
export function textReader(root: string): (file: string) => string | undefined {
  return (file) => {
    try {
      return readFileSync(resolve(root, file), "utf8");
    } catch {
      return undefined;
    }
  };
}
