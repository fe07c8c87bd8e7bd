import type { Problem, Range, Severity } from "./problem";

/** Files of a small project: text by path. In `fail` examples, `▸` marks the position that the rule reports. */
export type Example = Readonly<Record<string, string>>;

/** Who refuses the input that an error is about, and when. */
export const refusers = {
  AWS: "AWS refuses the request",
  build: "AWS takes the request, and then the build, the distribution or a launch fails",
  Terraform: "Terraform or its AWS provider refuses it",
  project: "this program cannot use it as it is written",
} as const;

/** Description of one check. The checks report with it, docs/rules is generated from it, and a test runs all examples. */
export type Rule = Description & Weight;

/** A rule is an error if and only if somebody refuses the input. */
type Weight =
  | { readonly refusedBy: keyof typeof refusers; readonly severity?: never }
  | { readonly severity: "warning" | "note"; readonly refusedBy?: never };

interface Description {
  /** Stable, kebab-case name, such as `unknown-action`. */
  readonly code: string;
  /** What the rule reports and why it matters, in one or two sentences. */
  readonly summary: string;
  /** Source of the rule: a page of the AWS documentation, an API field or a service message. */
  readonly source: string;
  /** Source of the rule for component and workflow documents. Default: `source`. */
  readonly sourceInDocuments?: string;
  /**
   * Projects that break the rule. docs/rules shows the first; the others are edge cases. Empty if a small project cannot show the problem.
   */
  readonly fail: readonly Example[];
  /** Projects that pass. docs/rules shows the first as the fix. Empty if the fix is to remove something. */
  readonly pass: readonly Example[];
  /**
   * Whether comments cannot silence the rule, everywhere or only in definitions. True if, without the error, a part of the user's input
   * would be lost. Every other error can be silenced; the input then goes to AWS as written. A document always goes to AWS as written.
   * Default: the rule can be silenced.
   */
  readonly unsilenceable?: true | "in definitions";
  /** Severity in component and workflow documents. Default: the same as elsewhere. */
  readonly severityInDocuments?: Severity;
  /** Who refuses the input in component and workflow documents. Default: `refusedBy`. */
  readonly refusedByInDocuments?: keyof typeof refusers;
  /** Codes of the rule in earlier releases. Silencing comments and `--explain` may still use them. Default: none. */
  readonly formerly?: readonly string[];
}

/** Returns rules sorted by code: the order in docs/rules. */
export function byCode<R extends Rule>(listed: Readonly<Record<string, R>>): readonly R[] {
  return Object.values(listed).sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Returns the severity of a rule outside component and workflow documents. */
export function severityOf(rule: Rule): Severity {
  return rule.severity ?? "error";
}

/** Returns the source of a rule for the kind of file that `file` is. Paths of definitions are always relative to the project folder. */
export function sourceFor({ source, sourceInDocuments }: Rule, file: string): string {
  const isDefinition = /^(images|containers|environments)\//.test(file);
  return isDefinition ? source : (sourceInDocuments ?? source);
}

/** Returns the sources of a rule for definitions and for documents, as one text. */
export function allSources({ source, sourceInDocuments }: Rule): string {
  return sourceInDocuments === undefined ? source : `${source}; in documents ${sourceInDocuments}`;
}

/** Returns the problem that `rule` reports at `range` of `file`. */
export function problemOf(rule: Rule, file: string, range: Range, message: string, fix: string): Problem {
  return { file, ...range.start, end: range.end, code: rule.code, severity: severityOf(rule), message, fix };
}
