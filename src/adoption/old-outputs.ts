import { isDeepStrictEqual } from "node:util";

import { isObject, textAt, type Value } from "../review/plan/value";
import { asTemplate } from "./matching/overrides";
import type { ResourceInstance } from "./state/state";

/**
 * Keeps the outputs of the old code, because other configurations may read them. An output is kept if every text in it is the ARN of a resource
 * of the stack.
 *
 * @param outputs values by name
 * @param found instances of the state by their address in the stack
 * @param own the stack's own outputs by name: an old output with the same name and value is not lost
 * @returns the text of a file for terraform/<stack>/ with the kept outputs, if any, and the names of the lost outputs
 */
export function oldOutputs(
  outputs: Readonly<Record<string, Value>>,
  found: ReadonlyMap<string, ResourceInstance>,
  own: ReadonlyMap<string, Value>,
) {
  const byArn = new Map(
    [...found].flatMap(([address, { attributes }]) => {
      const arn = textAt(attributes, "arn");
      return arn === undefined ? [] : [[arn, `\${${address}.arn}`] as const];
    }),
  );
  const others = Object.entries(outputs).filter(([name, value]) => !isDeepStrictEqual(own.get(name), value));
  const said = others.map(([name, value]) => ({
    name,
    value: own.has(name) ? undefined : expressed(value, byArn),
  }));
  const kept = said.filter(({ value }) => value !== undefined);
  const output = Object.fromEntries(kept.map(({ name, value }) => [name, { value }]));
  return {
    file: kept.length === 0 ? undefined : `${JSON.stringify({ output }, undefined, 2)}\n`,
    lost: said.filter(({ value }) => value === undefined).map(({ name }) => name),
  };
}

/** Replaces the ARNs in a value by references. Undefined if the value contains anything but known ARNs. */
function expressed(value: Value, byArn: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") return byArn.get(value);
  if (Array.isArray(value)) {
    const all = (value as readonly Value[]).map((each) => expressed(each, byArn));
    return all.includes(undefined) ? undefined : all;
  }
  if (!isObject(value)) return undefined;
  const all = Object.entries(value).map(([key, each]) => [asTemplate(key), expressed(each, byArn)] as const);
  return all.some(([, each]) => each === undefined) ? undefined : Object.fromEntries(all);
}
