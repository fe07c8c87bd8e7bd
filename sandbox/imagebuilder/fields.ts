/** Input or output of an operation, as JSON. */
export type Fields = Readonly<Record<string, unknown>>;

/** A field that is a text; empty where it is not. */
export function text(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === "string" ? value : "";
}
