import { type Conditions, many, type OneOrMore } from "./policy";

/** Condition keys of a request, in any letter case; a list if a key has several values. */
export type Context = Readonly<Record<string, OneOrMore<string>>>;

/**
 * Checks whether all conditions of a statement are met.
 *
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators" and "Conditions with multiple context keys or values": a
 * condition on a missing key is not met, unless its operator is negated or has IfExists or ForAllValues.
 *
 * @throws if the policy uses an operator that is not supported here
 */
export function holds(conditions: Conditions, context: Context): boolean {
  return Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => holdsFor(operator, key, many(wanted).map(String), context)),
  );
}

function holdsFor(operator: string, key: string, wanted: readonly string[], context: Context): boolean {
  const values = valuesOf(key, context);
  if (operator === "Null") return wanted.every((isMissing) => (values.length === 0) === (isMissing === "true"));
  const [, quantifier, name = "", ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  const negated = /^(String|Arn)Not/.test(name);
  const matches = (value: string) => {
    const some = wanted.some((pattern) => test(name.replace("Not", ""), value, substituted(pattern, context)));
    return negated ? !some : some;
  };
  if (quantifier === "ForAllValues") return values.every(matches);
  if (quantifier === "ForAnyValue") return values.some(matches);
  if (values.length === 0) return ifExists !== undefined || negated;
  return values.every(matches);
}

function test(operator: string, value: string, pattern: string): boolean {
  switch (operator) {
    case "StringEquals":
      return value === pattern;
    case "StringEqualsIgnoreCase":
    case "Bool":
      return value.toLowerCase() === pattern.toLowerCase();
    case "StringLike":
    case "ArnLike":
    case "ArnEquals":
      return like(value, pattern);
    default:
      throw new Error(`the condition operator "${operator}" is not known`);
  }
}

/** Returns the values of a key, ignoring letter case. */
function valuesOf(key: string, context: Context): readonly string[] {
  const found = Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase());
  return many(found?.[1]);
}

/** Replaces IAM policy variables by their values. `${*}`, `${?}` and `${$}` become literal characters. */
export function substituted(pattern: string, context: Context): string {
  return pattern.replace(/\$\{([^}]*)\}/g, (whole, name: string) =>
    /^[*?$]$/.test(name) ? `\\${name}` : (valuesOf(name, context)[0] ?? whole),
  );
}

const expressions = new Map<string, RegExp>();

/** Checks whether a value matches a pattern with `*` and `?`. A character after a backslash is literal. */
export function like(value: string, pattern: string): boolean {
  const expression = expressions.get(pattern) ?? expressionOf(pattern);
  expressions.set(pattern, expression);
  return expression.test(value);
}

function expressionOf(pattern: string): RegExp {
  const text = pattern.replace(/\\([*?$])|[.+^${}()|[\]\\]|\*|\?/g, (found, itself: string | undefined) => {
    if (itself !== undefined) return `\\${itself}`;
    if (found === "*") return ".*";
    return found === "?" ? "." : `\\${found}`;
  });
  return new RegExp(`^${text}$`, "s");
}
