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
 * Checks whether a text is valid JSON once its references have values. A digit replaces each reference, which is valid in and outside
 * quotes.
 */
export function mayBecomeJson(text: string): boolean {
  return isJson(text.replace(/\{\{[^{}]*\}\}/g, "1"));
}
