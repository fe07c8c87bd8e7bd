import { isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";

import type { Files } from "../../adoption/files";
import { withoutPath } from "../../adoption/without-path";
import { invalidValue } from "../../definitions/rules/invalid-value";
import type { Position, Problem } from "../../problems/problem";
import type { YamlPath } from "../../problems/yaml-source";

/** A value that AWS has accepted but that no definition may contain. It is left out of the definition, and `overrides` keep it. */
export interface RefusedValue {
  readonly file: string;
  readonly path: YamlPath;
  readonly reason: string;
}

/**
 * Returns the value that a problem refuses, if `overrides` are certain to keep it: `judge` compares its argument with the state, and leaves the
 * resource out if an override does not help.
 */
export function refusedValue({ file, code, message, ...position }: Problem, files: Files): RefusedValue | undefined {
  if (code !== invalidValue.code) return undefined;
  const path = pathAt(files.get(file) ?? "", position);
  if (path?.at(-1) !== "kmsKey") return undefined;
  const [section, name, setting] = path;
  const isCompared =
    !file.startsWith("environments/") ||
    section === "components" ||
    section === "workflows" ||
    (section === "build" && name === "topic") ||
    (section === "containers" && setting === "repository");
  return isCompared ? { file, path, reason: message } : undefined;
}

/** Removes the refused values from the definitions. Also returns those that the definitions contained. */
export function withoutRefused(
  files: Files,
  refused: readonly RefusedValue[],
): { readonly files: Files; readonly removed: readonly RefusedValue[] } {
  const left = new Map(files);
  const removed = refused.filter(({ file, path }) => {
    const text = withoutPath(left.get(file) ?? "", path);
    if (text !== undefined) left.set(file, text);
    return text !== undefined;
  });
  return { files: left, removed };
}

/** Returns the path of the value at a position. */
function pathAt(text: string, { line, column }: Position): YamlPath | undefined {
  const lines = new LineCounter();
  let found: YamlPath | undefined;
  visit(parseDocument(text, { lineCounter: lines }), {
    Scalar: (key, { range }, parents) => {
      const { line: at, col } = lines.linePos(range?.[0] ?? 0);
      if (key === "key" || at !== line || col !== column) return undefined;
      const path = parents.flatMap((parent, depth): YamlPath => {
        const child: unknown = parents[depth + 1];
        if (isPair(parent) && isScalar(parent.key)) return [String(parent.key.value)];
        return isSeq(parent) && child !== undefined ? [parent.items.indexOf(child)] : [];
      });
      found = path;
      return visit.BREAK;
    },
  });
  return found;
}
