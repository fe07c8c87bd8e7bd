import { z } from "zod";

import type { Problem } from "../problems/problem";
import { problemOf } from "../problems/rule";
import { nearest } from "../problems/suggest";
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
  const { issues } = result.error;
  return { source, raw, problems: telling(issues).flatMap((issue) => problemsOf(issue, [], source, raw, schema)) };
}

/** Without what only follows from another issue: a misspelt choice is not a missing one, and the length of a text in place of a list means nothing. */
function telling(issues: readonly Issue[]): Issue[] {
  const at = ({ path }: Issue) => path.map(String).join("\n");
  const mistyped = new Set(issues.filter(({ code }) => code === "invalid_type").map(at));
  return issues.filter(
    (issue) => (issue.code === "invalid_type" || !mistyped.has(at(issue))) && !isEcho(issue, issues),
  );
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
          `${path.length === 0 ? "the file" : `"${dotted(path)}"`} is ${shown(value)}, expected ${article(issue.expected)}`,
          typeFix(issue.expected, value, knownKeys(schema, path)),
        ),
      ];
    case "invalid_union": {
      if (value === undefined) {
        const fix = `add "${String(path.at(-1))}": ${[...new Set(issue.errors.flatMap(expectedOf))].join(" or ")}`;
        return [problemOf(missingKey, file, source.locateKey(path.slice(0, -1)), `"${dotted(path)}" is missing`, fix)];
      }
      // Of several alternatives, the one that got furthest is the one the user meant.
      const branch = [...issue.errors].sort((a, b) => score(b, value) - score(a, value))[0] ?? [];
      if (branch.length > 0) return telling(branch).flatMap((inner) => problemsOf(inner, path, source, raw, schema));
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
          `"${dotted(path)}" is ${shown(value)}, allowed: ${listed}`,
          near === undefined
            ? `write ${choice}`
            : typeof value === "string"
              ? `did you mean "${near}"?`
              : `write e.g. ${near}`,
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
          saidOf(issue, path, value),
          allowedFix(issue),
        ),
      ];
  }
}

/** Of a list that is too long, the first entry that is too many. */
function surplus(issue: Issue, path: YamlPath): YamlPath {
  return issue.code === "too_big" && issue.origin === "array" ? [...path, Number(issue.maximum)] : path;
}

/** What the value is, and what is allowed of its size; a pattern says that in the fix. Nobody counts 1025 characters. */
function saidOf(issue: Issue, path: YamlPath, value: unknown): string {
  const said = `"${dotted(path)}"`;
  if (issue.code !== "too_small" && issue.code !== "too_big") return `${said} is ${shown(value)}`;
  const size = typeof value === "string" || Array.isArray(value) ? value.length : undefined;
  const is = size === undefined ? `is ${shown(value)}` : `has ${sized(size, issue.origin)}`;
  const bound = issue.code === "too_small" ? `at least ${issue.minimum}` : `up to ${issue.maximum}`;
  return `${said} ${is}, allowed: ${bound}`;
}

function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
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
    isChoice ? exactlyOneKey : invalidValue,
    source.file,
    typeof most === "number" && last !== undefined
      ? source.locateKey([...path, last])
      : source.locate(last === undefined ? path : [...path, last]),
    `${where}${message}`,
    typeof params?.fix === "string" ? params.fix : isChoice ? "write exactly one of them" : "change it so that it fits",
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
  if (issue.code === "too_small") return `write at least ${sized(Number(issue.minimum), issue.origin)}`;
  if (issue.code === "too_big") return `write at most ${sized(Number(issue.maximum), issue.origin)}`;
  return `write ${issue.message}`;
}

function sized(count: number, origin: string): string {
  if (origin === "string") return counted(count, "character", "characters");
  return origin === "array" ? counted(count, "entry", "entries") : String(count);
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
