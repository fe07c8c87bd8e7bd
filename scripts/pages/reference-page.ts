import type { FileSchema, JsonSchema } from "./json-schemas";
import { code, valueInWords } from "./value-in-words";

/** Returns docs/reference.md: every key of images, containers and environments, from their JSON Schemas. */
export function referencePage(schemas: readonly FileSchema[]): string {
  return `${[intro, ...schemas.map(section)].join("\n\n")}\n`;
}

const intro = `# Reference

<!-- Made by "npm run docs" out of the schemas that files are checked with; do not edit. -->

Every key of \`images/*.yaml\`, \`containers/*.yaml\` and \`environments/*.yaml\`: its meaning, its values and its default. A dot separates a key from
the key that contains it. \`[]\` means each entry of a list, \`<name>\` a name that you choose. A dash as a default means that you choose one of several keys.`;

interface Key {
  readonly path: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

function section({ folder, schema }: FileSchema): string {
  return [`## ${folder}/*.yaml`, ...keysOf(schema, "").map(keySection)].join("\n\n");
}

function keySection(key: Key): string {
  const { text, fallback } = describe(key);
  const facts = `*${marksEscaped(valueInWords(key.schema))}* · ${key.required ? "required" : `default: ${fallback}`}`;
  const items = [...below(key.schema, key.path)].map(item);
  return [`### ${key.path}`, facts, text, ...(items.length === 0 ? [] : [items.join("\n")])].join("\n\n");
}

/** Formats a key within another key as an entry of a list. */
function item(key: Key): string {
  const { text, fallback } = describe(key);
  const must = key.required ? "**required**" : `default: ${fallback}`;
  return `- **\`${key.path}\`**: *${marksEscaped(valueInWords(key.schema))}* · ${must}${text === "" ? "" : `\\\n  ${text}`}`;
}

/** Yields all keys below `schema`. Each key comes before the keys below it. */
function* below(schema: JsonSchema, path: string): Generator<Key> {
  for (const key of keysOf(schema, `${path}.`)) {
    yield key;
    yield* below(key.schema, key.path);
  }
  if (schema.items) yield* below(schema.items, `${path}[]`);
  if (schema.additionalProperties) yield* below(schema.additionalProperties, `${path}.<name>`);
  for (const choice of schema.anyOf ?? []) yield* below(choice, path);
}

function keysOf({ properties = {}, required = [] }: JsonSchema, prefix: string): readonly Key[] {
  return Object.entries(properties).map(([name, schema]) => ({
    path: `${prefix}${name}`,
    schema,
    required: required.includes(name),
  }));
}

/** Splits a description from its default. A description ends with "Default: …." if the default is not a fixed value. */
function describe({ schema }: Key): { readonly text: string; readonly fallback: string } {
  const [, text = "", words] = /^(.*?)(?:\s*Default: (.*)\.)?$/s.exec(schema.description ?? "") ?? [];
  return { text, fallback: words ?? fixedDefault(schema) };
}

function fixedDefault({ default: value, properties }: JsonSchema): string {
  if (value === undefined) return "–";
  if (typeof value !== "object" || value === null || Object.keys(value).length > 0) return code(value);
  return properties ? "that of each key" : "none";
}

/** Escapes `*` and `_` outside of code: emphasis around the text would end at them. */
function marksEscaped(markdown: string): string {
  return markdown.replace(/(`[^`]*`)|[*_]/g, (mark, quoted?: string) => quoted ?? `\\${mark}`);
}
