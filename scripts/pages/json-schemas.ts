import { z } from "zod";

import { limitOf } from "../../src/definitions/limits";
import { containerSchema } from "../../src/definitions/schema/container";
import { environmentSchema } from "../../src/definitions/schema/environment";
import { imageSchema } from "../../src/definitions/schema/image";
import { snippets } from "./schema-snippets";

/** The JSON Schema (draft 7) for one kind of file. */
export interface FileSchema {
  /** The folder of the files, which also names them on docs/reference.md. */
  readonly folder: string;
  /** File name below schemas/. */
  readonly file: string;
  readonly schema: JsonSchema;
}

/** The part of JSON Schema that is used for the schemas of files. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | false;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  /** Description of the pattern, which the YAML language server shows instead of the pattern. */
  readonly patternErrorMessage?: string;
}

/** The schemas in schemas/, generated from the schemas with which the loader checks files. */
export const fileSchemas: readonly FileSchema[] = [
  {
    folder: "images",
    file: "image.schema.json",
    schema: jsonSchema(imageSchema, "Image", "images/<name>.yaml: what to build."),
  },
  {
    folder: "containers",
    file: "container.schema.json",
    schema: jsonSchema(containerSchema, "Container", "containers/<name>.yaml: a container image to build."),
  },
  {
    folder: "environments",
    file: "environment.schema.json",
    schema: jsonSchema(
      environmentSchema,
      "Environment",
      "environments/<name>.yaml: an account and region that builds images, receives them, or both.",
    ),
  },
];

/** Returns the text of a file in schemas/, with the snippets that editors offer in an empty file. */
export function jsonSchemaText(file: string, schema: JsonSchema): string {
  return `${JSON.stringify({ ...schema, defaultSnippets: snippets[file] }, null, 2)}\n`;
}

function jsonSchema(schema: z.ZodType, title: string, description: string): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: "input",
    target: "draft-7",
    override: (context) => {
      const words = patternInWords(context.zodSchema);
      if (words !== undefined) context.jsonSchema.patternErrorMessage = words;
      const limit = limitOf(context.zodSchema);
      if (limit !== undefined) Object.assign(context.jsonSchema, { minimum: limit.minimum, maximum: limit.maximum });
    },
  });
  return { $schema, title, description, ...rest } as JsonSchema;
}

/** Returns the error message of a string's pattern, or undefined if the string has no pattern. */
function patternInWords(type: z.core.$ZodTypes): string | undefined {
  if (type._zod.def.type !== "string") return undefined;
  for (const check of type._zod.def.checks ?? []) {
    if (check._zod.def.check !== "string_format") continue;
    const { error } = check._zod.def as z.core.$ZodCheckDef & { readonly error?: z.core.$ZodErrorMap };
    const message = error?.({ code: "invalid_format", format: "regex", input: "", path: [] });
    if (typeof message === "string") return message;
  }
  return undefined;
}
