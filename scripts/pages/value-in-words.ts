import type { JsonSchema } from "./json-schemas";

/** Describes the allowed values of a key in Markdown, e.g. `a`, `b` or mapping; integer from 1 to 64; list of mappings. */
export function valueInWords(schema: JsonSchema): string {
  return listed(choices(schema));
}

/** Formats a fixed value as inline code. */
export function code(value: unknown): string {
  return `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
}

function choices(schema: JsonSchema): readonly string[] {
  if (schema.anyOf) return schema.anyOf.flatMap(choices);
  if (schema.const !== undefined) return [code(schema.const)];
  if (schema.enum) return schema.enum.map(code);
  if (schema.type === "boolean") return [code(true), code(false)];
  return [kind(schema)];
}

function kind(schema: JsonSchema): string {
  if (schema.type === "array") return list(schema);
  if (schema.type === "object") return mapping(schema);
  if (schema.type === "integer") return `integer${range("from", schema.minimum, schema.maximum)}`;
  if (schema.patternErrorMessage !== undefined) return schema.patternErrorMessage;
  return schema.maxLength === undefined ? "text" : `text${range("of", schema.minLength, schema.maxLength)} characters`;
}

function list({ items = {}, minItems, maxItems }: JsonSchema): string {
  const size = range("of", minItems, maxItems);
  if (items.properties) return `list${size === "" ? " of" : size} mappings`;
  return `list${size}, each ${valueInWords(items)}`;
}

function mapping({ additionalProperties: values, propertyNames: names }: JsonSchema): string {
  if (!values) return "mapping";
  const pattern = names?.patternErrorMessage;
  const to = values.properties ? "mappings" : valueInWords(values);
  return `mapping of names${pattern === undefined ? "" : ` (${pattern})`} to ${to}`;
}

function range(preposition: string, low: number | undefined, high: number | undefined): string {
  if (low !== undefined && high !== undefined) return ` ${preposition} ${low} to ${high}`;
  if (low !== undefined) return ` ${preposition} ${low} or more`;
  return high === undefined ? "" : ` ${preposition} up to ${high}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
}
