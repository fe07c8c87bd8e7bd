import { isDeepStrictEqual } from "node:util";

import { isObject, textAt, type Value } from "../review/plan/value";
import { asTemplate } from "./matching/overrides";
import type { ResourceInstance } from "./state/state";

/**
 * The outputs of the old code, which other configurations may read. One is kept where each text in it is the ARN of something that the stack holds.
 *
 * @param outputs value by name
 * @param found instances of the state by their address in the stack
 * @param own outputs that the stack has itself, by name: one of the same value is not lost
 * @returns a file for terraform/<stack>/ with those that this stack can say, if any, and the names of the others
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

/** A value with references in place of its ARNs; undefined where anything else is in it. */
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
