import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** Reads files as problems name them: relative to `root`, or absolute; undefined where there is no such file. */
export function bytesReader(root: string): (file: string) => Buffer | undefined {
  return (file) => {
    try {
      return readFileSync(resolve(root, file));
    } catch {
      return undefined;
    }
  };
}

/** The same as text, to be shown; what is not UTF-8 in it is replaced. */
export function textReader(root: string): (file: string) => string | undefined {
  const readBytes = bytesReader(root);
  return (file) => readBytes(file)?.toString("utf8");
}
