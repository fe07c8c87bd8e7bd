import type { JsonSchema } from "./json-schemas";

/** Text with a value of the environment in it; what it stands for is checked once it is in place. */
const value: JsonSchema = { type: "string", pattern: "\\$\\{var\\." };

/** The schema as editors take it: `${var.name}` may stand wherever something else than a map does. */
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

/** Text without a pattern takes it as it is. */
function isScalarOrList({ type, pattern, enum: allowed, const: only }: JsonSchema): boolean {
  return (
    pattern !== undefined ||
    allowed !== undefined ||
    only !== undefined ||
    ["number", "integer", "boolean", "array"].includes(type ?? "")
  );
}
