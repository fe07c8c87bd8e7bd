/** Matches a reference of AWSTOE. Text with quotes or shell operators in the braces belongs to another template language. */
const reference = /\{\{[^{}'"`$;&|<>\\\n]*\}\}/g;

/**
 * Replaces each `{{ reference }}` with a word of the same length. The script then parses like the one with values, and offsets stay valid.
 */
export function maskReferences(script: string): string {
  return script.replace(reference, (found) => "_".repeat(found.length));
}
