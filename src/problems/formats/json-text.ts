/**
 * A value as JSON that can be printed anywhere: nothing in it steers a terminal, and no `##vso[` or `##[` in a text is a command to a CI.
 * Any parser reads the same value out of it.
 */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)
    .replace(
      /[\u007f-\u009f\u2028\u2029]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    )
    .replaceAll("##", "#\\u0023")}\n`;
}
