/** Input or output of an operation, as JSON. */
export type Fields = Readonly<Record<string, unknown>>;

/** Returns a text field; empty if the field is not text. */
export function text(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === "string" ? value : "";
}
