import { overrideAddress } from "../src/checks/terraform/override-address";
import type { Overrides } from "../src/definitions/schema/overrides";
import type { Sourced } from "../src/factory/additions";
import type { Problem } from "../src/problems/problem";
import { problemOf } from "../src/problems/rule";
import type { Resources } from "./renamed";

/** Name of the output with which a review detects overridden arguments. */
const OUTPUT = "overridden_arguments";

/** Applies overrides to resources. Also returns an output that lists them, and a problem for each override without resource. */
export function withOverrides(
  resources: Resources,
  overrides: Sourced<Overrides> | undefined,
): { readonly resource: Resources; readonly output: Record<string, object>; readonly problems: readonly Problem[] } {
  if (overrides === undefined) return { resource: resources, output: {}, problems: [] };
  const resource: Resources = { ...resources };
  const problems: Problem[] = [];
  for (const [address, values] of Object.entries(overrides.value)) {
    const [type = "", name = ""] = address.split(".");
    const there = resource[type]?.[name];
    if (there === undefined) {
      const known = Object.keys(resource[type] ?? {});
      const message = `the stack holds no "${address}"${known.length === 0 ? "" : `, but ${known.map((each) => `"${type}.${each}"`).join(", ")}`}`;
      const fix = "write the address of a resource of the stack, or remove it";
      problems.push(problemOf(overrideAddress, overrides.file, overrides.at([address]), message, fix));
    } else resource[type] = { ...resource[type], [name]: merged(there, values) };
  }
  const value = Object.fromEntries(
    Object.entries(overrides.value).map(([address, values]) => [address, Object.keys(values).sort()]),
  );
  return {
    resource,
    output: { [OUTPUT]: { description: "Arguments that the environment overrides, by address", value } },
    problems,
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
