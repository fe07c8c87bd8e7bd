import type { Fields } from "../../fields";

/** Values that paths of a workflow can refer to: `parameters`, `stepOutputs`, `imagebuilder`, `workflowOutputs`. */
export type Scope = Fields;

/** Returns the value at a path such as `$.stepOutputs.Launch.instanceId`; undefined if there is none. */
export function valueAt(path: string, scope: Scope): unknown {
  const keys = path
    .trim()
    .slice("$.".length)
    .split(/[.[\]]+/)
    .filter(Boolean);
  return keys.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? (value as Fields)[key] : undefined),
    scope,
  );
}

/** Resolves the paths in inputs: `instanceId.$` becomes `instanceId`, and `{{ $.… }}` in texts is replaced. */
export function resolved(inputs: unknown, scope: Scope): unknown {
  if (Array.isArray(inputs)) return inputs.map((each) => resolved(each, scope));
  if (typeof inputs === "string") return filledIn(inputs, scope);
  if (typeof inputs !== "object" || inputs === null) return inputs;
  return Object.fromEntries(
    Object.entries(inputs as Fields).map(([key, value]) =>
      key.endsWith(".$") ? [key.slice(0, -".$".length), dynamic(value, scope)] : [key, resolved(value, scope)],
    ),
  );
}

/** Resolves a path, each path in a list, or the paths in a text. */
function dynamic(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((each) => dynamic(each, scope));
  return typeof value === "string" && value.trim().startsWith("$.") ? valueAt(value, scope) : resolved(value, scope);
}

function filledIn(template: string, scope: Scope): string {
  return template.replace(/\{\{\s*(\$\.[^\s{}]+)\s*\}\}/g, (_, path: string) => {
    const value = valueAt(path, scope);
    return typeof value === "string" ? value : JSON.stringify(value);
  });
}
