import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/**
 * Returns a function that reads a file by the path that problems contain: relative to `root`, or absolute. It returns undefined if the file
 * cannot be read.
 */
export function bytesReader(root: string): (file: string) => Buffer | undefined {
  return (file) => {
    try {
      return readFileSync(resolve(root, file));
    } catch {
      return undefined;
    }
  };
}

/** Returns a function that reads a file as `bytesReader` does, as text for display. Bytes that are not UTF-8 are replaced. */
export function textReader(root: string): (file: string) => string | undefined {
  const readBytes = bytesReader(root);
  return (file) => readBytes(file)?.toString("utf8");
}
