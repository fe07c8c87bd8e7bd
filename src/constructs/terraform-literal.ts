import { nonEmptyMap } from "../collections/non-empty";
import { replaceNumberTokens } from "../factory/number-token";

/**
 * Text that Terraform must take as it stands. In Terraform JSON every string is a template: `${…}` and `%{…}` would be evaluated, and
 * CDKTF escapes neither. A doubled first character is Terraform's own escape.
 *
 * One thing no escape can keep: Terraform brings all text to Unicode's normal form C.
 *
 * Source: Terraform language, "Strings and Templates", escape sequences.
 */
export function literal(text: string): string {
  // A replacement function, for `$$` in a replacement string means a single `$`.
  const escaped = text.replace(/[$%]\{/g, (marker) => marker.charAt(0) + marker);
  // CDKTF looks for its own placeholders in any text; these it cannot find, and Terraform puts them together again.
  const marked = escaped
    .replace(/(?<=[$#&]\{)T(?=fToken\[)/g, split)
    .replace(/^[SA](?=(?<=S)tring Map Token Value$|(?<=A)ny Map Token Value$)/, split);
  return withoutNumberTokens(marked);
}

/** Text of which CDKTF takes no part for a number of its own; Terraform puts it together again. */
export function withoutNumberTokens(text: string): string {
  return replaceNumberTokens(text, (token) => token.replaceAll("e", split));
}

function split(character: string): string {
  return `\${"${character}"}`;
}

export function optionalLiteral(text: string | undefined): string | undefined {
  return text === undefined ? undefined : literal(text);
}

/** The same for the keys and values of a map; undefined where it is empty, for the API refuses an empty map. */
export function literals(map: Readonly<Record<string, string>>): Record<string, string> | undefined {
  return nonEmptyMap(Object.fromEntries(Object.entries(map).map(([key, value]) => [literal(key), literal(value)])));
}

/** The same for every text of a value, however deep. */
export function literalsIn(value: unknown): unknown {
  if (typeof value === "string") return literal(value);
  if (Array.isArray(value)) return value.map(literalsIn);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [[key, literalsIn(each)]])),
  );
}
