/** A reference of AWSTOE; what holds quotes or shell operators is text of another template language. */
const reference = /\{\{[^{}'"`$;&|<>\\\n]*\}\}/g;

/**
 * The script with a word of the same length in place of each `{{ reference }}`, so that it parses as it will when AWSTOE has
 * put the values in, and every offset stays true.
 */
export function maskReferences(script: string): string {
  return script.replace(reference, (found) => "_".repeat(found.length));
}
