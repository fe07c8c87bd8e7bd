/**
 * Returns a value as indented JSON that is safe to print: no text in it controls a terminal, or is a command to a CI system such as
 * `##vso[`. A JSON parser reads the original value.
 */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)
    .replace(
      /[\u007f-\u009f\u2028\u2029]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    )
    .replaceAll("##", "#\\u0023")}\n`;
}
