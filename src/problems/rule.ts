import type { Problem, Range, Severity } from "./problem";

/** Files of a small project, path → text. In `fail`, `▸` stands right before the place that the rule reports. */
export type Example = Readonly<Record<string, string>>;

/** Who stops what an error finds, and when. */
export const refusers = {
  AWS: "AWS refuses the request",
  build: "AWS takes the request, and then the build, the distribution or a launch fails",
  Terraform: "Terraform or its AWS provider refuses it",
  project: "this program refuses what it could not read, do or keep as it is written",
} as const;

/**
 * One check, described once: the checks report through it, docs/rules is generated from it, and a test runs all examples.
 */
export type Rule = Description & Weight;

/** What somebody refuses is an error, and nothing else is one. */
type Weight =
  | { readonly refusedBy: keyof typeof refusers; readonly severity?: never }
  | { readonly severity: "warning" | "note"; readonly refusedBy?: never };

interface Description {
  /** Stable and kebab-case, e.g. `unknown-action`. */
  readonly code: string;
  /** One sentence: what is refused and why it matters. */
  readonly summary: string;
  /** Where the rule comes from: a page of the AWS documentation, an API field, a service message. */
  readonly source: string;
  /** Where it comes from in component and workflow documents. Default: `source`. */
  readonly sourceInDocuments?: string;
  /** Each breaks the rule. The first is shown in docs/rules; further ones are edges. Empty where a small project cannot show it. */
  readonly fail: readonly Example[];
  /** Each passes. The first is shown as the fix; empty where the fix is to remove something. */
  readonly pass: readonly Example[];
  /**
   * No comment silences it: past it, something that the user wrote could not be passed on as it is written, and would be lost. Every
   * other error can be silenced, and what it is about then goes to AWS as written. A document goes there as written in any case.
   * Default: false.
   */
  readonly unsilenceable?: true | "in definitions";
  /** How severe it is in component and workflow documents. Default: as elsewhere. */
  readonly severityInDocuments?: Severity;
  /** Who refuses it in component and workflow documents. Default: `refusedBy`. */
  readonly refusedByInDocuments?: keyof typeof refusers;
  /** Codes that it had in earlier releases: comments and `--explain` may still name them. Default: none. */
  readonly formerly?: readonly string[];
}

/** The rules that a list exports, in the order of their codes, in which docs/rules lists them. */
export function byCode<R extends Rule>(listed: Readonly<Record<string, R>>): readonly R[] {
  return Object.values(listed).sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** How severe what `rule` finds is, wherever it is found but in documents. */
export function severityOf(rule: Rule): Severity {
  return rule.severity ?? "error";
}

/** Where `rule` comes from, as far as it is about `file`. */
export function sourceFor({ source, sourceInDocuments }: Rule, file: string): string {
  const isDefinition = /(^|\/)(images|containers|environments)\//.test(file);
  return isDefinition ? source : (sourceInDocuments ?? source);
}

/** Where `rule` comes from, in all kinds of files. */
export function allSources({ source, sourceInDocuments }: Rule): string {
  return sourceInDocuments === undefined ? source : `${source}; in documents ${sourceInDocuments}`;
}

/** Builds the problem that `rule` finds at `range` of `file`. */
export function problemOf(rule: Rule, file: string, range: Range, message: string, fix: string): Problem {
  return { file, ...range.start, end: range.end, code: rule.code, severity: severityOf(rule), message, fix };
}
