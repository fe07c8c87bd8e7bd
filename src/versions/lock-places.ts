import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import { LineCounter } from "yaml";

import type { Range } from "../problems/problem";
import type { LockedKind } from "./change";
import { sections } from "./entry";
import { environmentSection } from "./environment-entry";

/** Returns a function that converts an offset and length in `text` to a range. */
export function rangesOf(text: string): (offset: number, length: number) => Range {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) lines.addNewLine(end + 1);
  const position = (offset: number): Range["start"] => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  return (offset, length) => ({ start: position(offset), end: position(offset + length) });
}

/** Returns a function that finds the range of an entry in a lock file, or its start if the entry is missing. */
export function entryPlaces(text: string): (kind: LockedKind, name: string) => Range {
  const rangeOf = rangesOf(text);
  const root = parseTree(text);
  return (kind, name) => {
    const property: Node | undefined =
      root && findNodeAtLocation(root, [kind === "environment" ? environmentSection : sections[kind], name])?.parent;
    const key = property?.children?.[0];
    return key === undefined ? rangeOf(0, 0) : rangeOf(key.offset, key.length);
  };
}
