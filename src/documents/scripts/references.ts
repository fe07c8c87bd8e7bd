/** Matches a reference of AWSTOE. Text with quotes or shell operators in the braces belongs to another template language. */
const reference = /\{\{[^{}'"`$;&|<>\\\n]*\}\}/g;

/**
 * Replaces each `{{ reference }}` with a word of the same length, so that the script parses as it will with the values, and all offsets
 * stay valid.
 */
export function maskReferences(script: string): string {
  return script.replace(reference, (found) => "_".repeat(found.length));
}
