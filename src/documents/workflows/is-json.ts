/** Whether a text is JSON. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A reference becomes a value when the workflow runs, and is taken for a digit here: in quotes or not, that is JSON. */
export function mayBecomeJson(text: string): boolean {
  return isJson(text.replace(/\{\{[^{}]*\}\}/g, "1"));
}
