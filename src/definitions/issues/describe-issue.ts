import type { z } from "zod";

import type { Problem } from "../../problems/problem";
import type { YamlSource } from "../../problems/yaml-source";
import { invalidValue } from "../rules/invalid-value";
import { article, dotted, shown } from "../words";
import { describeChoice } from "./describe-choice";
import { describeMissing } from "./describe-missing";
import { describeRefinement } from "./describe-refinement";
import { describeSize } from "./describe-size";
import { describeType } from "./describe-type";
import { describeUnknownKeys } from "./describe-unknown-keys";
import type { IssuePlace } from "./issue-place";
import { likelyFix } from "./likely-fix";
import type { Issue, LocatedIssue } from "./located-issues";

/** Describes an issue from Zod as problems, in plain language. */
export function describeIssue({ issue, path, value }: LocatedIssue, source: YamlSource, schema: z.ZodType): Problem[] {
  const fix = likelyFix(path, value, schema);
  const got = shown(value, source.writtenLiteral(path));
  const problems = described(issue, { path, value, got, source, schema });
  return fix === undefined ? problems : problems.map((problem) => ({ ...problem, fix }));
}

function described(issue: Issue, at: IssuePlace): Problem[] {
  const { path, value, got, source } = at;
  const invalid = (message: string, fix: string): Problem => source.problem(invalidValue, path, message, fix);
  switch (issue.code) {
    case "unrecognized_keys":
      return describeUnknownKeys(issue.keys, at);
    case "invalid_type":
      return [value === undefined ? describeMissing(article(issue.expected), at) : describeType(issue.expected, at)];
    case "invalid_union":
      return [
        value === undefined
          ? describeMissing([...new Set(issue.errors.flatMap(allowedBy))].join(" or "), at)
          : invalid(`"${dotted(path)}" is ${got}`, issue.message),
      ];
    case "invalid_value":
      return [describeChoice(issue.values, at)];
    case "invalid_key": {
      const message = `the key "${String(path.at(-1))}" in "${dotted(path.slice(0, -1))}" is not allowed`;
      const fix = `write ${issue.issues.map((inner) => inner.message).join("; ")}`;
      return [source.keyProblem(invalidValue, path, message, fix)];
    }
    case "too_small":
    case "too_big":
      return [describeSize(issue, at)];
    case "custom":
      return [describeRefinement(issue, at)];
    default:
      return [invalid(`"${dotted(path)}" is ${got}`, `write ${issue.message}`)];
  }
}

/** Returns what is allowed for a missing value, as far as the issues of a union alternative say so. */
function allowedBy(issues: readonly Issue[]): string[] {
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
