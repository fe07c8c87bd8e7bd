import type { JsonSchema } from "./json-schemas";

/** A text that contains a value of the environment. The result is checked after the value has been inserted. */
const value: JsonSchema = { type: "string", pattern: "\\$\\{var\\." };

/** Returns a schema for editors that accepts `${var.name}` in place of any value that is not a map. */
export function takingValues(schema: JsonSchema): JsonSchema {
  const { properties, additionalProperties, items, anyOf, allOf, ...rest } = schema;
  const inner = {
    ...rest,
    ...(properties && { properties: mapped(properties) }),
    ...(additionalProperties !== undefined && {
      additionalProperties: additionalProperties === false ? (false as const) : takingValues(additionalProperties),
    }),
    ...(items && { items: takingValues(items) }),
    ...(anyOf && { anyOf: anyOf.map(takingValues) }),
    ...(allOf && { allOf }),
  };
  if (!isScalarOrList(schema)) return inner;
  const { description, default: byDefault, ...constraints } = inner;
  return {
    ...(description !== undefined && { description }),
    ...(byDefault !== undefined && { default: byDefault }),
    if: value,
    else: constraints,
  };
}

function mapped(properties: Readonly<Record<string, JsonSchema>>): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, takingValues(schema)]));
}

/** Checks whether a schema would refuse `${var.name}`. Text without a pattern accepts it anyway. */
function isScalarOrList({ type, pattern, enum: allowed, const: only }: JsonSchema): boolean {
  return (
    pattern !== undefined ||
    allowed !== undefined ||
    only !== undefined ||
    ["number", "integer", "boolean", "array"].includes(type ?? "")
  );
}
