import { compareText } from "../../problems/problem";

/** An IAM policy in normalised form, so that two policies can be compared. */
export interface Policy {
  /** Policy version. In the default `2008-10-17`, `${…}` is literal text. */
  readonly version: string;
  readonly statements: readonly Statement[];
}

export interface Statement {
  readonly effect: "Allow" | "Deny";
  /** Actions; compared without regard to case. */
  readonly actions: Patterns;
  readonly resources: Patterns;
  /** Principals of the statement; `BEARER` in an identity policy, which applies to whoever it is attached to. */
  readonly principals: Patterns;
  readonly conditions: readonly Condition[];
}

/** Values that match one of the patterns or, with `not`, none of them. */
export interface Patterns {
  readonly not: boolean;
  readonly patterns: readonly string[];
}

export interface Condition {
  /** Operator with its prefix and suffix, such as `ForAnyValue:StringLike` or `StringEqualsIfExists`. */
  readonly operator: string;
  /** Condition key; compared without regard to case. */
  readonly key: string;
  readonly values: readonly string[];
}

/** Reads a policy; returns undefined if the text is absent or not a policy. */
export function readPolicy(text: string | undefined): Policy | undefined {
  if (text === undefined) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof json !== "object" || json === null || !("Statement" in json)) return undefined;
  const statements: Statement[] = [];
  for (const statement of asList(json.Statement)) {
    const read = readStatement(statement);
    if (read === undefined) return undefined;
    statements.push(read);
  }
  const version = "Version" in json && typeof json.Version === "string" ? json.Version : "2008-10-17";
  return { version, statements };
}

/** Principal of identity policies, which name none. */
export const BEARER = "bearer";

/** A policy that allows and denies nothing. */
export const emptyPolicy: Policy = { version: "2012-10-17", statements: [] };

function readStatement(json: unknown): Statement | undefined {
  if (typeof json !== "object" || json === null) return undefined;
  const statement = json as Record<string, unknown>;
  const effect = typeof statement.Effect === "string" ? statement.Effect.toLowerCase() : "";
  if (effect !== "allow" && effect !== "deny") return undefined;
  return {
    effect: effect === "allow" ? "Allow" : "Deny",
    actions: patternsOf(statement.Action, statement.NotAction),
    // Without a resource, a resource policy applies to the resource to which it is attached.
    resources: patternsOf(statement.Resource, statement.NotResource),
    principals: principalsOf(statement.Principal, statement.NotPrincipal),
    conditions: conditionsOf(statement.Condition),
  };
}

function patternsOf(is: unknown, not: unknown): Patterns {
  const negated = is === undefined && not !== undefined;
  const patterns = asList(negated ? not : (is ?? "*")).filter((each) => typeof each === "string");
  return { not: negated, patterns: [...new Set(patterns)].sort() };
}

/**
 * Returns principals in normalised form: `{ "AWS": "123456789012" }` and the ARN of that account's root become `AWS:123456789012`; `"*"`
 * and `{ "AWS": "*" }` become `*`.
 */
function principalsOf(is: unknown, not: unknown): Patterns {
  const negated = is === undefined && not !== undefined;
  const principal = negated ? not : is;
  if (principal === undefined) return { not: false, patterns: [BEARER] };
  if (principal === "*") return { not: negated, patterns: ["*"] };
  const patterns = Object.entries((principal ?? {}) as Record<string, unknown>).flatMap(([kind, values]) =>
    asList(values).flatMap((value) => {
      if (typeof value !== "string") return [];
      if (kind === "AWS" && value === "*") return ["*"];
      const [, account] = /^arn:[^:]+:iam::(\d{12}):root$/.exec(value) ?? /^(\d{12})$/.exec(value) ?? [];
      return [account === undefined ? `${kind}:${value}` : `AWS:${account}`];
    }),
  );
  return { not: negated, patterns: [...new Set(patterns)].sort() };
}

function conditionsOf(json: unknown): Condition[] {
  if (typeof json !== "object" || json === null) return [];
  const conditions = Object.entries(json).flatMap(([operator, keys]) =>
    Object.entries((keys ?? {}) as Record<string, unknown>).map(([key, values]) => ({
      operator,
      key,
      values: [...new Set(asList(values).map(String))].sort(),
    })),
  );
  return conditions.sort((a, b) => compareText(`${a.key} ${a.operator}`, `${b.key} ${b.operator}`));
}

function asList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  return value === undefined || value === null ? [] : [value];
}
