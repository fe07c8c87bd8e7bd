import { z } from "zod";

import type { YamlPath } from "../../problems/yaml-source";

/** Returns the keys that the schema knows at `path`, from all alternatives of a union. */
export function knownKeys(schema: z.ZodType, path: YamlPath): string[] {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodUnion) return inner.options.flatMap((option) => knownKeys(option as z.ZodType, path));
  const [step, ...rest] = path;
  if (step === undefined) return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
  const child = childOf(inner, step);
  return child === undefined ? [] : knownKeys(child, rest);
}

/** Returns the schema of an entry of a list or map; undefined if it has none. @param schema unwrapped, and not a union */
export function childOf(schema: z.ZodType, step: string | number): z.ZodType | undefined {
  if (typeof step === "number") return schema instanceof z.ZodArray ? (schema.element as z.ZodType) : undefined;
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  if (!(schema instanceof z.ZodObject) || !Object.hasOwn(schema.shape, step)) return undefined;
  return (schema.shape as Record<string, z.ZodType>)[step];
}

/** Returns a schema without the defaults and transforms around it. */
export function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return unwrapped(schema.unwrap() as z.ZodType);
  // The input of the transform describes the contents of a definition.
  if (schema instanceof z.ZodPipe) return unwrapped(schema.in as z.ZodType);
  return schema;
}
