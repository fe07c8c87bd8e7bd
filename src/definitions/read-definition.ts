import type { z } from "zod";

import { type Problem, uniqueBy } from "../problems/problem";
import { escapeProblems, textProblems } from "../problems/text-problems";
import { YamlSource } from "../problems/yaml-source";
import { describeIssue } from "./issues/describe-issue";
import { locatedIssues } from "./issues/located-issues";
import { repaired } from "./issues/repaired";
import { limitProblems } from "./limits";
import { featureProblems } from "./yaml-features";

export interface Definition<T> {
  readonly source: YamlSource;
  /** What the file says; with its plainest mistakes fixed where it has no others. Absent where it does not fit the schema even so. */
  readonly value?: T;
  /** What the file holds, fitting or not: names in it can be looked up all the same. */
  readonly raw: unknown;
  readonly problems: readonly Problem[];
}

/** A file as it is written, before anybody asks whether it fits a schema. */
export interface WrittenFile {
  readonly source: YamlSource;
  /** Undefined where it is not well-formed. */
  readonly raw: unknown;
  /** What is wrong with its text and its YAML. */
  readonly problems: readonly Problem[];
}

/** Reads one definition file: YAML, then the schema. Every problem is collected, each at its place. */
export function readDefinition<S extends z.ZodType>(file: string, text: string, schema: S): Definition<z.output<S>> {
  return fitDefinition(readWritten(file, text), schema);
}

/** Reads the YAML of one definition file. */
export function readWritten(file: string, text: string): WrittenFile {
  const source = new YamlSource(file, text);
  const problems = [
    ...textProblems(file, source.text),
    ...escapeProblems(source),
    ...source.syntaxProblems(),
    ...featureProblems(source),
  ];
  // A key that is there twice leaves the rest of the file to be read.
  return { source, raw: source.tree === undefined ? undefined : source.value(), problems };
}

/** Holds a file against its schema. */
export function fitDefinition<S extends z.ZodType>(written: WrittenFile, schema: S): Definition<z.output<S>> {
  const { source, raw, problems: syntax } = written;
  if (raw === undefined) return { source, raw, problems: syntax };
  const limits = limitProblems(raw, schema, source);
  const result = schema.safeParse(raw ?? {});
  if (result.success) return { source, raw, value: result.data, problems: [...syntax, ...limits] };
  const issues = locatedIssues(result.error.issues, raw);
  const found = issues.flatMap((issue) => describeIssue(issue, source, schema));
  // What an alias stands for is read wherever it is used, and reported once.
  const problems = uniqueBy(found, ({ line, column, code, fix }) => [line, column, code, fix].join(":"));
  return {
    source,
    raw,
    value: schema.safeParse(repaired(raw, issues, source)).data,
    problems: [...syntax, ...limits, ...problems],
  };
}

/** What stands for a file that cannot be read: its name is known, and nothing in it. */
export function unreadFile(file: string, fault: Problem): WrittenFile {
  return { source: new YamlSource(file, ""), raw: undefined, problems: [fault] };
}
