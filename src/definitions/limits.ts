import { z } from "zod";

import type { Problem } from "../problems/problem";
import type { YamlPath, YamlSource } from "../problems/yaml-source";
import { childOf, unwrapped } from "./issues/known-keys";
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
    return source.problem(settingLimit, path, message, fix);
  });
}

interface Beyond {
  readonly path: YamlPath;
  readonly value: number;
  readonly limit: Limit;
}

function* beyondLimits(value: unknown, schema: z.ZodType, path: YamlPath): Generator<Beyond> {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodUnion)
    for (const option of inner.options) yield* beyondLimits(value, option as z.ZodType, path);
  const limit = limits.get(inner);
  if (limit !== undefined && typeof value === "number" && value >= 1) {
    if (value < limit.minimum || value > limit.maximum) yield { path, value, limit };
  }
  if (typeof value !== "object" || value === null) return;
  for (const [step, item] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    const child = childOf(inner, step);
    if (child !== undefined) yield* beyondLimits(item, child, [...path, step]);
  }
}
