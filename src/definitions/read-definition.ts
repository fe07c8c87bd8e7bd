import { z } from "zod";

import type { Problem } from "../problems/problem";
import { problemOf } from "../problems/rule";
import { listOf, nearest } from "../problems/suggest";
import { YamlSource, type YamlPath } from "../problems/yaml-source";
import { exactlyOneKey, invalidValue, missingKey, unknownKey, wrongType } from "./rules";

export interface Definition<T> {
  readonly source: YamlSource;
  /** Absent where the file does not fit the schema. */
  readonly value?: T;
  /** What the file holds, fitting or not: names in it can be looked up all the same. */
  readonly raw: unknown;
  readonly problems: readonly Problem[];
}

type Issue = z.core.$ZodIssue;

/** Reads one definition file: YAML, then the schema. Every problem is collected, each at its place. */
export function readDefinition<S extends z.ZodType>(file: string, text: string, schema: S): Definition<z.output<S>> {
  const source = new YamlSource(file, text);
  const syntax = source.syntaxProblems();
  if (syntax.length > 0) return { source, raw: undefined, problems: syntax };
  const raw = source.value();
  const result = schema.safeParse(raw ?? {});
  if (result.success) return { source, raw, value: result.data, problems: [] };
  const issues = result.error.issues.filter((issue) => !isEcho(issue, result.error.issues));
  return { source, raw, problems: issues.flatMap((issue) => problemsOf(issue, [], source, raw, schema)) };
}

/** A misspelt choice is not a missing one as well. */
function isEcho(issue: Issue, issues: readonly Issue[]): boolean {
  if (issue.code !== "custom" || issue.params?.rule !== "exactly-one") return false;
  const given: unknown = issue.params.keys;
  if (Array.isArray(given) && given.length > 0) return false;
  const path = issue.path.join(".");
  return issues.some((other) => other.code === "unrecognized_keys" && other.path.join(".") === path);
}

function problemsOf(issue: Issue, base: YamlPath, source: YamlSource, raw: unknown, schema: z.ZodType): Problem[] {
  const path: YamlPath = [...base, ...issue.path.map((step) => (typeof step === "symbol" ? String(step) : step))];
  const value = valueAt(raw, path);
  const { file } = source;
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = knownKeys(schema, path);
      return issue.keys.map((key) => {
        const near = nearest(key, known);
        const fix =
          near === undefined
            ? known.length > 0
              ? `remove it; allowed here: ${known.join(", ")}`
              : "remove it"
            : `did you mean "${near}"?`;
        return problemOf(
          unknownKey,
          file,
          source.locateKey([...path, key]),
          `unknown key "${key}"${path.length > 0 ? ` in "${dotted(path)}"` : ""}`,
          fix,
        );
      });
    }
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
          `"${dotted(path)}" is ${shown(value)}, expected ${article(issue.expected)}`,
          typeFix(issue.expected, value, knownKeys(schema, path)),
        ),
      ];
    case "invalid_union": {
      // Of several alternatives, the one that got furthest is the one the user meant.
      const branch = [...issue.errors].sort((a, b) => score(b, value) - score(a, value))[0] ?? [];
      if (branch.length > 0) return branch.flatMap((inner) => problemsOf(inner, path, source, raw, schema));
      return [
        problemOf(invalidValue, file, source.locate(path), `"${dotted(path)}" is ${shown(value)}`, issue.message),
      ];
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
      const near = nearest(String(value), allowed);
      if (value === undefined)
        return [
          problemOf(
            missingKey,
            file,
            source.locateKey(path.slice(0, -1)),
            `"${dotted(path)}" is missing`,
            `add "${String(path.at(-1))}": one of ${listOf(allowed)}`,
          ),
        ];
      return [
        problemOf(
          invalidValue,
          file,
          source.locate(path),
          `"${dotted(path)}" is ${shown(value)}, allowed: ${listOf(allowed)}`,
          near === undefined ? choiceOf(allowed) : `did you mean "${near}"?`,
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
          source.locate(path),
          `"${dotted(path)}" ${refused(issue, value)}`,
          allowedFix(issue),
        ),
      ];
  }
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
  const last = Array.isArray(given) ? Object.keys(value ?? {}).findLast((key) => given.includes(key)) : undefined;
  return problemOf(
    isChoice ? exactlyOneKey : invalidValue,
    source.file,
    source.locate(last === undefined ? path : [...path, last]),
    `${where}${message}`,
    isChoice ? "write exactly one of them" : "change it so that it fits",
  );
}

/** Higher is a likelier branch: the right kind of value first, then fewer problems. */
function score(issues: readonly Issue[], value: unknown): number {
  const wrongKind = issues.some(
    (issue) => issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_value"),
  );
  const literalNearby = typeof value === "string" && issues.every((issue) => issue.code === "invalid_value");
  return (wrongKind && !literalNearby ? -1000 : 0) - issues.length;
}

function allowedFix(issue: Issue): string {
  if (issue.code === "too_small") return `write at least ${issue.minimum}${unitOf(issue.origin, issue.minimum)}`;
  if (issue.code === "too_big") return `write at most ${issue.maximum}${unitOf(issue.origin, issue.maximum)}`;
  return `write ${issue.message}`;
}

/** What the value is, and what is allowed; a pattern says that in the fix. */
function refused(issue: Issue, value: unknown): string {
  if (issue.code !== "too_small" && issue.code !== "too_big") return `is ${shown(value)}`;
  const bound = issue.code === "too_small" ? `at least ${issue.minimum}` : `up to ${issue.maximum}`;
  const size = typeof value === "string" || Array.isArray(value) ? value.length : undefined;
  const is = size === undefined ? `is ${shown(value)}` : `has ${size}${unitOf(issue.origin, size)}`;
  return `${is}, allowed: ${bound}`;
}

function unitOf(origin: string, count: number | bigint): string {
  const one = Number(count) === 1;
  if (origin === "string") return one ? " character" : " characters";
  return origin === "array" ? (one ? " entry" : " entries") : "";
}

function choiceOf(allowed: readonly string[]): string {
  return allowed.length === 1 ? `write ${allowed[0]}` : `write one of ${listOf(allowed)}`;
}

/** @param keys that a map may have here */
function typeFix(expected: string, value: unknown, keys: readonly string[]): string {
  if (expected === "string" && (typeof value === "number" || typeof value === "boolean")) return "write it in quotes";
  return keys.length === 0 || expected === "array"
    ? `write ${article(expected)}`
    : `write a map with ${keys.join(", ")}`;
}

function article(expected: string): string {
  switch (expected) {
    case "array":
      return "a list";
    case "object":
    case "record":
      return "a map";
    case "boolean":
      return "true or false";
    case "int":
      return "a whole number";
    case "string":
      return "text";
    default:
      return `a ${expected}`;
  }
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (value === null) return "empty";
  if (typeof value === "object") return "a map";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}"`;
}

function dotted(path: YamlPath): string {
  return path.map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`)).join("");
}

function valueAt(value: unknown, path: YamlPath): unknown {
  let at: unknown = value;
  for (const step of path) {
    if (typeof at !== "object" || at === null) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}

/** The keys that the schema knows at `path`, over all alternatives of a union. */
function knownKeys(schema: z.ZodType, path: YamlPath): string[] {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodUnion) return inner.options.flatMap((option) => knownKeys(option as z.ZodType, path));
  const [step, ...rest] = path;
  if (step === undefined) return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
  if (inner instanceof z.ZodObject) {
    const next = (inner.shape as Record<string, z.ZodType | undefined>)[step];
    return next === undefined ? [] : knownKeys(next, rest);
  }
  if (inner instanceof z.ZodArray) return knownKeys(inner.element as z.ZodType, rest);
  if (inner instanceof z.ZodRecord) return knownKeys(inner.valueType as z.ZodType, rest);
  return [];
}

function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return unwrapped(schema.unwrap() as z.ZodType);
  return schema;
}
