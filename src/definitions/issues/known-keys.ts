import { z } from "zod";

import type { YamlPath } from "../../problems/yaml-source";

/** Returns the keys that the schema knows at `path`, from all alternatives of a union. */
export function knownKeys(schema: z.ZodType, path: YamlPath): string[] {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodUnion) return inner.options.flatMap((option) => knownKeys(option as z.ZodType, path));
  const [step, ...rest] = path;
  if (step === undefined) return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
  if (inner instanceof z.ZodObject) {
    const next = (inner.shape as Record<string, z.ZodType | undefined>)[step];
    return next === undefined ? [] : knownKeys(next, rest);
  }
  if (inner instanceof z.ZodArray) return knownKeys(inner.element as z.ZodType, rest);
  if (inner instanceof z.ZodRecord) return knownKeys(inner.valueType as z.ZodType, rest);
  return [];
}

/** Returns a schema without the defaults and transforms around it. */
export function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return unwrapped(schema.unwrap() as z.ZodType);
  // The input of the transform describes the contents of a definition.
  if (schema instanceof z.ZodPipe) return unwrapped(schema.in as z.ZodType);
  return schema;
}
