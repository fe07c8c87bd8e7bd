/** What CDKTF takes for a number in a text. Source: cdktf 0.21, lib/tokens/private/encoding, NUMBER_TOKEN_REGEX */
const numberLike = /[-|\d.+]+e[-|\d.eE+]+/g;

/**
 * Replaces what CDKTF would take for its placeholder of a number that is not known yet, such as `-82e297` in `a-82e297`; it finds those in any text, and fails where there
 * is no such number.
 */
export function replaceNumberTokens(text: string, replace: (token: string) => string): string {
  return text.replace(numberLike, (number) => (isToken(parseFloat(number)) ? replace(number) : number));
}

/** Whether it stands for something else: those from -8.38e+298 to -8.1e+298 do. */
function isToken(number: number): boolean {
  return number < -8.1e298 && number > -8.4e298;
}
