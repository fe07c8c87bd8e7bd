import type { Problem } from "../problems/problem";
import { problemOf, type Rule } from "../problems/rule";
import type { YamlPath, YamlSource } from "../problems/yaml-source";

/** The problem that `rule` finds with the value at `path`. */
export function problemAt(rule: Rule, source: YamlSource, path: YamlPath, message: string, fix: string): Problem {
  return problemOf(rule, source.file, source.locate(path), message, fix);
}

/** The same for the key that `path` ends with. */
export function problemAtKey(rule: Rule, source: YamlSource, path: YamlPath, message: string, fix: string): Problem {
  return problemOf(rule, source.file, source.locateKey(path), message, fix);
}
