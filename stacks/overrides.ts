import type { Overrides } from "../src/definitions/schema/overrides";
import type { Sourced } from "../src/factory/additions";
import type { Range } from "../src/problems/problem";

export interface StackFault {
  readonly code: "override-address" | "adopted-address";
  readonly file: string;
  readonly range: Range;
  readonly message: string;
}

type Resources = Record<string, Record<string, Record<string, unknown>>>;

/** Name of the output with which a review detects overridden arguments. */
const OUTPUT = "overridden_arguments";

/** Applies overrides to resources. Also returns an output that lists them, and a fault for each override without resource. */
export function withOverrides(
  resources: Resources,
  overrides: Sourced<Overrides> | undefined,
): { readonly resource: Resources; readonly output: Record<string, object>; readonly faults: readonly StackFault[] } {
  if (overrides === undefined) return { resource: resources, output: {}, faults: [] };
  const resource: Resources = { ...resources };
  const faults: StackFault[] = [];
  for (const [address, values] of Object.entries(overrides.value)) {
    const [type = "", name = ""] = address.split(".");
    const there = resource[type]?.[name];
    if (there === undefined) {
      const known = Object.keys(resource[type] ?? {});
      const message = `the stack holds no "${address}"${known.length === 0 ? "" : `, but ${known.map((each) => `"${type}.${each}"`).join(", ")}`}`;
      faults.push({ code: "override-address", file: overrides.file, range: overrides.at([address]), message });
    } else resource[type] = { ...resource[type], [name]: merged(there, values) };
  }
  const value = Object.fromEntries(
    Object.entries(overrides.value).map(([address, values]) => [address, Object.keys(values).sort()]),
  );
  return {
    resource,
    output: { [OUTPUT]: { description: "Arguments that the environment overrides, by address", value } },
    faults,
  };
}

/** Merges override values: maps are merged, null removes an argument, and other values replace it. */
function merged(there: Record<string, unknown>, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const result = new Map(Object.entries(there));
  for (const [key, value] of Object.entries(values)) {
    const old = result.get(key);
    if (value === null) result.delete(key);
    else result.set(key, isMap(value) && isMap(old) ? merged(old, value) : value);
  }
  return Object.fromEntries(result);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
