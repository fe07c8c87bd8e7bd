import { causes } from "./causes";
import { fieldsOfKind, type TroubleKind } from "./fields";
import type { Trouble } from "./trouble";

/**
 * Parses faults from a control call. `{"cause": "disk-full"}` is the short form of a known cause.
 *
 * @throws Error with a message for the user if a fault is invalid
 */
export function troublesFrom(value: unknown): Trouble[] {
  if (!Array.isArray(value)) throw new Error("troubles: write a list");
  return value.map(troubleFrom);
}

function troubleFrom(value: unknown): Trouble {
  if (typeof value !== "object" || value === null) throw new Error("a trouble is a map with kind or cause");
  const { cause, ...fields } = value as Readonly<Record<string, unknown>>;
  if (cause !== undefined) {
    const known = typeof cause === "string" && Object.hasOwn(causes, cause) ? causes[cause] : undefined;
    if (known === undefined)
      throw new Error(`cause ${JSON.stringify(cause)}: write one of ${Object.keys(causes).join(", ")}`);
    return checked({ ...known, ...fields });
  }
  return checked(fields);
}

function checked(fields: Readonly<Record<string, unknown>>): Trouble {
  const { kind, ...others } = fields;
  const types =
    typeof kind === "string" && Object.hasOwn(fieldsOfKind, kind) ? fieldsOfKind[kind as TroubleKind] : undefined;
  if (types === undefined)
    throw new Error(`kind ${JSON.stringify(kind)}: write one of ${Object.keys(fieldsOfKind).join(", ")}`);
  for (const [name, field] of Object.entries(others)) {
    const expected = types[name];
    if (expected === undefined)
      throw new Error(`"${name}": a trouble of kind ${String(kind)} has ${Object.keys(types).join(", ")} alone`);
    if (!expected.test(field)) throw new Error(`${name} ${JSON.stringify(field)}: write ${expected.words}`);
  }
  const missing = Object.entries(types).find(([name, { required }]) => required === true && others[name] === undefined);
  if (missing !== undefined) throw new Error(`a trouble of kind ${String(kind)} needs ${missing[0]}`);
  return fields as unknown as Trouble;
}
