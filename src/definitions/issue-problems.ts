import type { z } from "zod";

import type { Problem } from "../problems/problem";
import { problemOf } from "../problems/rule";
import { exactlyOne } from "../problems/rules/exactly-one";
import { missingKey } from "../problems/rules/missing-key";
import { unknownKey } from "../problems/rules/unknown-key";
import { wrongType } from "../problems/rules/wrong-type";
import { nearest } from "../problems/suggest";
import type { YamlPath, YamlSource } from "../problems/yaml-source";
import type { Issue, LocatedIssue } from "./issues";
import { placesOfKey } from "./key-elsewhere";
import { knownKeys } from "./known-keys";
import { likelyFix } from "./likely-fix";
import { invalidValue } from "./rules";
import { article, counted, dotted, shown } from "./words";

/** An issue in the words of the user. */
export function issueProblems(located: LocatedIssue, source: YamlSource, schema: z.ZodType): Problem[] {
  const fix = likelyFix(located.path, located.value, schema);
  const problems = describedIssue(located, source, schema);
  return fix === undefined ? problems : problems.map((problem) => ({ ...problem, fix }));
}

function describedIssue({ issue, path, value }: LocatedIssue, source: YamlSource, schema: z.ZodType): Problem[] {
  const { file } = source;
  const got = shown(value, source.writtenLiteral(path));
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) =>
        problemOf(
          unknownKey,
          file,
          source.locateKey([...path, key]),
          `unknown key "${key}"${path.length > 0 ? ` in "${dotted(path)}"` : ""}`,
          keyFix(key, path, schema),
        ),
      );
    case "invalid_type":
      if (value === undefined) {
        const fix = `add "${String(path.at(-1))}": ${article(issue.expected)}`;
        return [problemOf(missingKey, file, source.locateKey(path.slice(0, -1)), `"${dotted(path)}" is missing`, fix)];
      }
      return [
        problemOf(
          wrongType,
          file,
          source.locate(path),
          `${path.length === 0 ? "the file" : `"${dotted(path)}"`} is ${got}, expected ${article(issue.expected)}`,
          typeFix(issue.expected, source.writtenLiteral(path), knownKeys(schema, path)),
        ),
      ];
    case "invalid_union": {
      if (value === undefined) {
        const fix = `add "${String(path.at(-1))}": ${[...new Set(issue.errors.flatMap(expectedOf))].join(" or ")}`;
        return [problemOf(missingKey, file, source.locateKey(path.slice(0, -1)), `"${dotted(path)}" is missing`, fix)];
      }
      return [problemOf(invalidValue, file, source.locate(path), `"${dotted(path)}" is ${got}`, issue.message)];
    }
    case "invalid_key":
      return [
        problemOf(
          invalidValue,
          file,
          source.locateKey(path),
          `the key "${String(path.at(-1))}" in "${dotted(path.slice(0, -1))}" is not allowed`,
          `write ${issue.issues.map((inner) => inner.message).join("; ")}`,
        ),
      ];
    case "invalid_value": {
      const allowed = issue.values.map(String);
      const listed = issue.values.map((each) => (typeof each === "string" ? `"${each}"` : String(each))).join(", ");
      const choice = `${allowed.length > 1 ? "one of " : ""}${listed}`;
      const near = typeof value === "string" ? nearest(value, allowed) : nearestNumber(value, issue.values);
      if (value === undefined)
        return [
          problemOf(
            missingKey,
            file,
            source.locateKey(path.slice(0, -1)),
            `"${dotted(path)}" is missing`,
            `add "${String(path.at(-1))}": ${choice}`,
          ),
        ];
      return [
        problemOf(
          invalidValue,
          file,
          source.locate(path),
          `"${dotted(path)}" is ${got}, allowed: ${listed}`,
          near === undefined
            ? `write ${choice}`
            : typeof value !== "string"
              ? `write e.g. ${near}`
              : issue.values.includes(near)
                ? `did you mean "${near}"?`
                : `write ${near}, without quotes`,
        ),
      ];
    }
    case "custom":
      return [customProblem(issue, path, source, value)];
    default:
      return [
        problemOf(
          invalidValue,
          file,
          source.locate(surplus(issue, path)),
          saidOf(issue, path, value, got),
          allowedFix(issue),
        ),
      ];
  }
}

/** A key that is near, or the same key elsewhere, or what is allowed here. */
function keyFix(key: string, path: YamlPath, schema: z.ZodType): string {
  const known = knownKeys(schema, path);
  const near = nearest(key, known);
  if (near !== undefined) return `did you mean "${near}"?`;
  const places = placesOfKey(schema, path, key);
  if (places.length > 0) return `did you mean ${places.map((place) => `"${place}"`).join(" or ")}?`;
  return known.length === 0 ? "remove it" : `remove it; allowed here: ${known.join(", ")}`;
}

/** Path of the first surplus entry of a list that is too long. */
function surplus(issue: Issue, path: YamlPath): YamlPath {
  return issue.code === "too_big" && issue.origin === "array" ? [...path, Number(issue.maximum)] : path;
}

/** What the value is, and what is allowed of its size; a pattern says that in the fix. Nobody counts 1025 characters. */
function saidOf(issue: Issue, path: YamlPath, value: unknown, got: string): string {
  const said = `"${dotted(path)}"`;
  if (issue.code !== "too_small" && issue.code !== "too_big") return `${said} is ${got}`;
  const size = typeof value === "string" || Array.isArray(value) ? value.length : undefined;
  const is = size === undefined ? `is ${got}` : `has ${sized(size, issue.origin)}`;
  const bound = issue.code === "too_small" ? `at least ${issue.minimum}` : `up to ${issue.maximum}`;
  return `${said} ${is}, allowed: ${bound}`;
}

/** What a missing value may be, as far as an alternative says it. */
function expectedOf(issues: readonly Issue[]): string[] {
  return issues.flatMap((issue) =>
    issue.path.length > 0
      ? []
      : issue.code === "invalid_type"
        ? [article(issue.expected)]
        : issue.code === "invalid_value"
          ? issue.values.map((value) => `"${String(value)}"`)
          : [],
  );
}

function nearestNumber(value: unknown, allowed: readonly unknown[]): string | undefined {
  if (typeof value !== "number") return undefined;
  const numbers = allowed.filter((each) => typeof each === "number");
  const [first] = [...numbers].sort((a, b) => Math.abs(a - value) - Math.abs(b - value));
  return first === undefined ? undefined : String(first);
}

/** What a refinement found: its message says it all. */
function customProblem(
  { message, params }: Issue & { code: "custom" },
  path: YamlPath,
  source: YamlSource,
  value: unknown,
) {
  const where = path.length > 0 ? `"${dotted(path)}": ` : "";
  const isChoice = params?.rule === "exactly-one";
  const given: unknown = params?.keys;
  const most: unknown = params?.most;
  const keys = Object.keys(value ?? {});
  const last = Array.isArray(given)
    ? keys.findLast((key) => given.includes(key))
    : typeof most === "number"
      ? keys[most]
      : undefined;
  return problemOf(
    isChoice ? exactlyOne : invalidValue,
    source.file,
    typeof most === "number" && last !== undefined
      ? source.locateKey([...path, last])
      : source.locate(last === undefined ? path : [...path, last]),
    `${where}${message}`,
    typeof params?.fix === "string" ? params.fix : isChoice ? "write exactly one of them" : "change it so that it fits",
  );
}

function allowedFix(issue: Issue): string {
  if (issue.code === "too_small") return `write at least ${sized(Number(issue.minimum), issue.origin)}`;
  if (issue.code === "too_big") return `write at most ${sized(Number(issue.maximum), issue.origin)}`;
  return `write ${issue.message}`;
}

function sized(count: number, origin: string): string {
  if (origin === "string") return counted(count, "character", "characters");
  return origin === "array" ? counted(count, "entry", "entries") : String(count);
}

/**
 * @param written a number, `true` or `false`
 * @param keys that a map may have here
 */
function typeFix(expected: string, written: string | undefined, keys: readonly string[]): string {
  if (expected === "string" && written !== undefined) return `write it in quotes: "${written}"`;
  return keys.length === 0 || expected === "array"
    ? `write ${article(expected)}`
    : `write a map with ${keys.join(", ")}`;
}
