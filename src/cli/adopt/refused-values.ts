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
  /** The distribution configuration that needs an override, by its address in the stack. The verdicts find all other resources. */
  readonly distribution?: string;
  readonly reason: string;
}

/** Returns the value that a problem refuses, if `overrides` can keep it. */
export function refusedValue({ file, code, message, ...position }: Problem, files: Files): RefusedValue | undefined {
  if (code !== invalidValue.code) return undefined;
  const path = pathAt(files.get(file) ?? "", position);
  if (path === undefined) return undefined;
  const [section, name, setting, , key] = path;
  const inEnvironment = file.startsWith("environments/");
  if (inEnvironment && setting === "distribute" && key !== undefined && key !== "region") {
    const distribution = `aws_imagebuilder_distribution_configuration.${String(name)}`;
    // The whole setting of the region, because the refused value may be a required one.
    return { file, path: path.slice(0, 5), distribution, reason: message };
  }
  // These keys set arguments that `judge` compares with the state.
  const isCompared =
    path.at(-1) === "kmsKey" &&
    (!inEnvironment ||
      section === "components" ||
      section === "workflows" ||
      name === "topic" ||
      setting === "repository");
  return isCompared ? { file, path, reason: message } : undefined;
}

/** Removes the refused values from the definitions. */
export function withoutRefused(files: Files, refused: readonly RefusedValue[]): Files {
  return refused.reduce((all, { file, path }) => {
    const text = withoutPath(all.get(file) ?? "", path);
    return text === undefined ? all : new Map(all).set(file, text);
  }, files);
}

/** Returns the path of the entry of a map whose value is at a position, or is a list with an item there. */
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
