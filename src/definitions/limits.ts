import { z } from "zod";

import type { Problem } from "../problems/problem";
import { problemOf } from "../problems/rule";
import type { YamlPath, YamlSource } from "../problems/yaml-source";
import { settingLimit } from "./rules/setting-limit";
import { dotted, shown } from "./words";

/** A limit that the API does not have. It may not apply with a newer provider, a raised quota or a newer version of this project. */
export interface Limit {
  readonly minimum: number;
  readonly maximum: number;
  /** Source of the limit, e.g. `the AWS provider`. */
  readonly of: string;
}

const limits = z.registry<Limit>();

/** Returns the schema of a whole number with a `Limit`. Accepts every positive number; `limitProblems` reports those outside the limit. */
export function limitedInt(limit: Limit): z.ZodNumber {
  const schema = z.int().min(1);
  limits.add(schema, limit);
  return schema;
}

/** Returns the limit of a schema, for the reference documentation; undefined if there is none. */
export function limitOf(schema: z.core.$ZodType): Limit | undefined {
  return limits.get(schema);
}

/** Reports all numbers of a definition that are outside their limits, even if the definition has other problems. */
export function limitProblems(raw: unknown, schema: z.ZodType, source: YamlSource): Problem[] {
  return [...beyondLimits(raw, schema, [])].map(({ path, value, limit: { minimum, maximum, of } }) => {
    const message = `"${dotted(path)}" is ${shown(value, source.writtenLiteral(path))}, allowed by ${of}: ${minimum} to ${maximum}`;
    const fix = `write ${value > maximum ? `at most ${maximum}` : `at least ${minimum}`}, or say why it is right: # check-ignore ${settingLimit.code}: <reason>`;
    return problemOf(settingLimit, source.file, source.locate(path), message, fix);
  });
}

interface Beyond {
  readonly path: YamlPath;
  readonly value: number;
  readonly limit: Limit;
}

function* beyondLimits(value: unknown, schema: z.ZodType, path: YamlPath): Generator<Beyond> {
  const limit = limits.get(schema);
  if (limit !== undefined) {
    const isBeyond = typeof value === "number" && value >= 1 && (value < limit.minimum || value > limit.maximum);
    if (isBeyond) yield { path, value, limit };
  } else if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    yield* beyondLimits(value, schema.unwrap() as z.ZodType, path);
  } else if (schema instanceof z.ZodPipe) {
    yield* beyondLimits(value, schema.in as z.ZodType, path);
  } else if (schema instanceof z.ZodUnion) {
    for (const option of schema.options) yield* beyondLimits(value, option as z.ZodType, path);
  } else if (Array.isArray(value)) {
    if (!(schema instanceof z.ZodArray)) return;
    for (const [index, item] of value.entries())
      yield* beyondLimits(item, schema.element as z.ZodType, [...path, index]);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const next = schema instanceof z.ZodRecord ? schema.valueType : schemaOf(schema, key);
      if (next !== undefined) yield* beyondLimits(item, next as z.ZodType, [...path, key]);
    }
  }
}

function schemaOf(schema: z.ZodType, key: string): unknown {
  return schema instanceof z.ZodObject && Object.hasOwn(schema.shape, key)
    ? (schema.shape as Record<string, unknown>)[key]
    : undefined;
}
