/** The pattern with which CDKTF finds numbers in texts. Source: cdktf 0.21, lib/tokens/private/encoding, NUMBER_TOKEN_REGEX */
const numberLike = /[-|\d.+]+e[-|\d.eE+]+/g;

/**
 * Replaces the parts of a text that look like CDKTF's placeholders for unknown numbers, such as `-82e297` in `a-82e297`. CDKTF searches for
 * placeholders in all texts and fails if a placeholder has no value.
 */
export function replaceNumberTokens(text: string, replace: (token: string) => string): string {
  return text.replace(numberLike, (number) => (isToken(parseFloat(number)) ? replace(number) : number));
}

/** Checks whether CDKTF treats a number as a placeholder: its range is -8.38e+298 to -8.1e+298. */
function isToken(number: number): boolean {
  return number < -8.1e298 && number > -8.4e298;
}
