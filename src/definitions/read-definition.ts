import type { z } from "zod";

import { type Problem, uniqueBy } from "../problems/problem";
import { escapeProblems, textProblems } from "../problems/text-problems";
import { YamlSource } from "../problems/yaml-source";
import { describeIssue } from "./issues/describe-issue";
import { locatedIssues } from "./issues/located-issues";
import { repaired } from "./issues/repaired";
import { limitProblems } from "./limits";
import { featureProblems } from "./yaml-features";

/** The content of a file before it is validated against a schema. */
export interface WrittenFile {
  readonly source: YamlSource;
  /** Parsed YAML; undefined if it is malformed. Names in it can be looked up even if it does not fit the schema. */
  readonly raw: unknown;
  /** Problems of the text and its YAML, and those of a definition also with its schema. */
  readonly problems: readonly Problem[];
}

export interface Definition<T> extends WrittenFile {
  /** Validated content, with simple mistakes fixed if there are no others. Undefined if the content does not fit the schema even then. */
  readonly value?: T;
}

/** Reads a definition file: parses the YAML and validates it against the schema. Collects all problems with their positions. */
export function readDefinition<S extends z.ZodType>(file: string, text: string, schema: S): Definition<z.output<S>> {
  return fitDefinition(readWritten(file, text), schema);
}

/** Reads the YAML of a definition file. */
export function readWritten(file: string, text: string): WrittenFile {
  const source = new YamlSource(file, text);
  const problems = [
    ...textProblems(file, source.text),
    ...escapeProblems(source),
    ...source.syntaxProblems(),
    ...featureProblems(source),
  ];
  // The rest of a file is still readable if a key is repeated.
  return { source, raw: source.tree === undefined ? undefined : source.value(), problems };
}

/** Validates a file against its schema. */
export function fitDefinition<S extends z.ZodType>(written: WrittenFile, schema: S): Definition<z.output<S>> {
  const { source, raw, problems: syntax } = written;
  if (raw === undefined) return { source, raw, problems: syntax };
  const limits = limitProblems(raw, schema, source);
  const result = schema.safeParse(raw ?? {});
  if (result.success) return { source, raw, value: result.data, problems: [...syntax, ...limits] };
  const issues = locatedIssues(result.error.issues, raw);
  const found = issues.flatMap((issue) => describeIssue(issue, source, schema));
  // An alias is validated at each use, but each problem is reported once.
  const problems = uniqueBy(found, ({ line, column, code, fix }) => [line, column, code, fix].join(":"));
  return {
    source,
    raw,
    value: schema.safeParse(repaired(raw, issues, source)).data,
    problems: [...syntax, ...limits, ...problems],
  };
}

/** Returns an empty file with a problem, for a file that cannot be read. */
export function unreadFile(file: string, fault: Problem): WrittenFile {
  return { source: new YamlSource(file, ""), raw: undefined, problems: [fault] };
}
