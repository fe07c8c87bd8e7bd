import { contains } from "../../aws/wildcards";
import type { Condition, Patterns, Policy, Statement } from "./policy";

/** Result of a comparison: whether the new policy allows anything that the old one did not. */
export type Comparison =
  | { readonly verdict: "not-broader" }
  /** Permissions that are newly allowed or no longer denied. */
  | { readonly verdict: "broader"; readonly permissions: readonly Permission[] }
  | { readonly verdict: "cannot-tell"; readonly why: string };

/** A statement, or a part of a statement, that makes a policy broader. */
export interface Permission extends Omit<Statement, "effect"> {
  /** `allowed`: newly allowed; `undenied`: was denied before. */
  readonly kind: "allowed" | "undenied";
}

/**
 * Compares what two policies allow. The verdict is "not-broader" only if that is certain: each new Allow must be contained in one old
 * Allow, and each old Deny in one new Deny. A narrower policy is never "broader". If conditions cannot be compared by their text
 * (`…IfExists`, `ForAllValues`, `Null`, dates and numbers), the verdict is "cannot-tell".
 *
 * Source: IAM User Guide, "IAM JSON policy elements: NotAction", "NotResource", "NotPrincipal", "Multivalued context keys".
 */
export function comparePolicies(before: Policy, after: Policy): Comparison {
  if (before.version !== after.version && holdsVariables(before, after))
    return {
      verdict: "cannot-tell",
      why: `the version changes from ${before.version} to ${after.version}, and with it what \${…} means`,
    };
  const doubts: string[] = [];
  const of = ({ statements }: Policy, effect: Statement["effect"]) =>
    statements.filter((each) => each.effect === effect);
  const allowed = of(after, "Allow").flatMap((statement) =>
    uncovered(statement, of(before, "Allow"), (actions) => `its conditions on ${actions}`, doubts),
  );
  const undenied = of(before, "Deny").flatMap((statement) =>
    uncovered(statement, of(after, "Deny"), (actions) => `the conditions of what it denies (${actions})`, doubts),
  );
  const permissions = [
    ...allowed.map((statement): Permission => ({ ...statement, kind: "allowed" })),
    ...undenied.map((statement): Permission => ({ ...statement, kind: "undenied" })),
  ];
  if (permissions.length > 0) return { verdict: "broader", permissions };
  const [why] = doubts;
  return why === undefined ? { verdict: "not-broader" } : { verdict: "cannot-tell", why };
}

function holdsVariables(...policies: readonly Policy[]): boolean {
  return JSON.stringify(policies.map(({ statements }) => statements)).includes("${");
}

const dimensions = ["actions", "resources", "principals"] as const;

/** Checks whether a statement covers another one, apart from conditions. */
function holds(outer: Statement, inner: Statement): boolean {
  return (
    within(caseless(inner.actions), caseless(outer.actions)) &&
    within(inner.resources, outer.resources) &&
    within(inner.principals, outer.principals)
  );
}

function caseless({ not, patterns }: Patterns): Patterns {
  return { not, patterns: patterns.map((pattern) => pattern.toLowerCase()) };
}

/**
 * Returns the parts of a statement that none of the other statements covers.
 *
 * @param doubt returns the subject of a sentence about a part whose conditions cannot be compared
 */
function uncovered(
  statement: Statement,
  by: readonly Statement[],
  doubt: (actions: string) => string,
  doubts: string[],
): Statement[] {
  return split(statement, (part) => {
    const near = by.filter((each) => holds(each, part));
    const outcomes = near.map((each) => narrower(part.conditions, each.conditions));
    if (outcomes.includes("yes")) return true;
    if (!outcomes.includes("unknown")) return false;
    doubts.push(`${doubt(actionsInWords(part))} cannot be compared with those before`);
    return true;
  });
}

/**
 * Splits a statement until each part is covered or is one action, resource and principal, and returns the parts that are not covered. Parts
 * that differ in one dimension only are joined again.
 */
function split(statement: Statement, covers: (part: Statement) => boolean, dimension = 0): Statement[] {
  if (covers(statement)) return [];
  const name = dimensions[dimension];
  if (name === undefined) return [statement];
  const { not, patterns } = statement[name];
  if (not || patterns.length === 1) return split(statement, covers, dimension + 1);
  const left = patterns.flatMap((pattern) =>
    split({ ...statement, [name]: { not, patterns: [pattern] } }, covers, dimension + 1),
  );
  return joined(left, name);
}

function joined(parts: readonly Statement[], name: (typeof dimensions)[number]): Statement[] {
  const groups = new Map<string, Statement>();
  for (const part of parts) {
    const rest = JSON.stringify({ ...part, [name]: undefined });
    const known = groups.get(rest);
    const patterns = [...(known?.[name].patterns ?? []), ...part[name].patterns];
    groups.set(rest, { ...part, [name]: { not: part[name].not, patterns } });
  }
  return [...groups.values()];
}

/** Checks whether the outer patterns match everything that the inner patterns match. */
function within(inner: Patterns, outer: Patterns): boolean {
  if (!inner.not && !outer.not)
    return inner.patterns.every((each) => outer.patterns.some((pattern) => contains(pattern, each)));
  // "All but a and b" is contained in "all but a".
  if (inner.not && outer.not)
    return outer.patterns.every((each) => inner.patterns.some((pattern) => contains(pattern, each)));
  if (inner.not) return outer.patterns.includes("*");
  // Contained in "all but a" if no inner pattern overlaps with a.
  return inner.patterns.every((each) => outer.patterns.every((pattern) => isApart(each, pattern)));
}

/** Checks whether the texts before the first wildcards differ, so that no text matches both patterns. */
function isApart(a: string, b: string): boolean {
  const start = (text: string): string => text.replace(/[*?].*/s, "");
  const [x, y] = [start(a), start(b)];
  return !x.startsWith(y) && !y.startsWith(x);
}

type Outcome = "yes" | "no" | "unknown";

/**
 * Checks whether conditions are at least as strict as other conditions: each of the other conditions has an equal or stricter one with the
 * same key.
 */
function narrower(conditions: readonly Condition[], than: readonly Condition[]): Outcome {
  const outcomes = than.map((old): Outcome => {
    const same = conditions.filter(({ key }) => key.toLowerCase() === old.key.toLowerCase());
    const each = same.map((condition) => stricter(condition, old));
    return each.includes("yes") ? "yes" : each.includes("unknown") ? "unknown" : "no";
  });
  return outcomes.includes("no") ? "no" : outcomes.includes("unknown") ? "unknown" : "yes";
}

const equal = /^(ForAnyValue:)?(String|Arn)(Equals|Like)$|^Bool$/;
const unequal = /^(String|Arn)Not(Equals|Like)$|^(NotIpAddress|NumericNotEquals|DateNotEquals)$/;
/** Operators whose values cannot be compared as texts: a range of addresses may contain another. */
const ranges = /^(IpAddress|StringEqualsIgnoreCase|BinaryEquals|NumericEquals|DateEquals)$/;

/**
 * Checks whether a condition is at least as strict as another one on the same key. Values are alternatives: an additional value allows
 * more, or less for a negated operator.
 */
function stricter(condition: Condition, than: Condition): Outcome {
  const same = condition.operator === than.operator;
  if (same && sameValues(condition, than)) return "yes";
  const likeEquals = (operator: string): string => operator.replace(/(Equals|Like)$/, "").replace(/^Arn/, "String");
  if (equal.test(condition.operator) && equal.test(than.operator)) {
    if (likeEquals(condition.operator) !== likeEquals(than.operator)) return "unknown";
    // ArnEquals accepts patterns, as ArnLike does.
    const isPattern = ({ operator }: Condition): boolean => /Like$|Arn/.test(operator);
    if (!isPattern(than) && isPattern(condition) && condition.values.some((value) => /[*?]/.test(value))) return "no";
    const covers = (value: string): boolean =>
      than.values.some((old) => (isPattern(than) ? contains(old, value) : old === value));
    return condition.values.every(covers) ? "yes" : "no";
  }
  if (same && ranges.test(condition.operator) && condition.values.every((value) => than.values.includes(value)))
    return "yes";
  if (same && unequal.test(condition.operator))
    return than.values.every((value) => condition.values.includes(value)) ? "yes" : "no";
  return "unknown";
}

function sameValues(a: Condition, b: Condition): boolean {
  return a.values.length === b.values.length && a.values.every((value, index) => value === b.values[index]);
}

function actionsInWords({ actions }: Statement): string {
  return `${actions.not ? "all but " : ""}${actions.patterns.slice(0, 3).join(", ")}${actions.patterns.length > 3 ? ", …" : ""}`;
}
