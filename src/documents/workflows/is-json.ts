/** Checks whether a text is valid JSON. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Checks whether a text is valid JSON once its references have values. Replaces each reference with a digit, which is valid in and outside
 * of quotes.
 */
export function mayBecomeJson(text: string): boolean {
  return isJson(text.replace(/\{\{[^{}]*\}\}/g, "1"));
}
