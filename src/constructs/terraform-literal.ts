import { replaceNumberTokens } from "../factory/number-token";
import { optionalText, texts } from "../factory/requests/text";

/**
 * Escapes a text so that Terraform uses it literally. In Terraform JSON every string is a template: `${…}` and `%{…}` would be evaluated, and
 * CDKTF escapes neither. Terraform's escape is a doubled first character.
 *
 * Terraform always normalizes texts to Unicode normal form C, which cannot be escaped.
 *
 * Source: Terraform language, "Strings and Templates", escape sequences.
 */
export function literal(text: string): string {
  // A replacement function is needed, because `$$` in a replacement string means a single `$`.
  const escaped = text.replace(/[$%]\{/g, (marker) => marker.charAt(0) + marker);
  // CDKTF searches for its placeholders in any text. They are split so that CDKTF does not find them, and Terraform joins them again.
  const marked = escaped
    .replace(/(?<=[$#&]\{)T(?=fToken\[)/g, split)
    .replace(/^[SA](?=(?<=S)tring Map Token Value$|(?<=A)ny Map Token Value$)/, split);
  return withoutNumberTokens(marked);
}

/** Splits the parts of a text that look like number tokens of CDKTF. Terraform joins them again. */
export function withoutNumberTokens(text: string): string {
  return replaceNumberTokens(text, (token) => token.replaceAll("e", split));
}

function split(character: string): string {
  return `\${"${character}"}`;
}

export function optionalLiteral(text: string | undefined): string | undefined {
  return optionalText(text, literal);
}

/** Escapes the keys and values of a map, see `literal`. Undefined for an empty map, because the API refuses it. */
export function literals(map: Readonly<Record<string, string>>): Record<string, string> | undefined {
  return texts(map, literal);
}

/** Escapes every text in a nested value, see `literal`. Removes undefined properties. */
export function literalsIn(value: unknown): unknown {
  if (typeof value === "string") return literal(value);
  if (Array.isArray(value)) return value.map(literalsIn);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [[key, literalsIn(each)]])),
  );
}
