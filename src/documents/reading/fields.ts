import { own } from "../../collections/own";
import { missingKey } from "../../problems/rules/missing-key";
import { unknownKey } from "../../problems/rules/unknown-key";
import { didYouMean } from "../../problems/suggest";
import type { MapNode, Span, YamlNode } from "../../problems/yaml-tree";
import { emptyField } from "../rules/fields/empty-field";
import { placeOf, quoted } from "./describe";
import type { Report } from "./report";

/** A value to check, with its name and place for messages. */
export interface FieldValue {
  readonly node: YamlNode;
  /** Name for messages, e.g. `"commands" of step "Install"`. */
  readonly name: string;
  /** Span to report: the value, or its key if the value starts on a later line. */
  readonly at: Span;
}

/** The type of a field, with its check. */
export interface FieldType {
  /** Description with an article, e.g. `a list of strings`. */
  readonly expects: string;
  /** Allowed texts, if they can be listed. */
  readonly choices?: readonly string[];
  readonly check: (value: FieldValue, report: Report) => void;
}

export interface Field {
  readonly type: FieldType;
  readonly required: boolean;
  /** Whether the key may have no value. Default: false. */
  readonly mayBeEmpty?: boolean;
}

export type Fields = Readonly<Record<string, Field>>;

export function required(type: FieldType): Field {
  return { type, required: true };
}

export function optional(type: FieldType): Field {
  return { type, required: false };
}

/** The owner of a map, e.g. `step "Install"`, and the span at which missing fields are reported. */
export interface Owner {
  readonly name: string;
  readonly at: Span;
}

/** Checks each field of a map, and reports missing required fields. */
export function checkFields(map: MapNode, fields: Fields, owner: Owner, report: Report): void {
  const found = new Set<string>();
  for (const { key, keyNode, value } of map.entries) {
    const field = own(fields, key);
    if (field === undefined) {
      reportUnknownField(key, keyNode, Object.keys(fields), owner, report);
      continue;
    }
    found.add(key);
    const name = `"${key}" of ${owner.name}`;
    if (value.kind !== "null") {
      field.type.check({ node: value, name, at: placeOf(report.source.text, keyNode, value) }, report);
    } else if (field.required) {
      report.add(missingKey, keyNode, `${name} is empty`, `write ${field.type.expects}`);
    } else if (field.mayBeEmpty !== true) {
      report.add(emptyField, keyNode, `${name} is empty`, `write ${field.type.expects}, or remove "${key}"`);
    }
  }
  for (const [key, field] of Object.entries(fields)) {
    if (!field.required || found.has(key)) continue;
    report.add(missingKey, owner.at, `${owner.name} has no "${key}"`, `add "${key}": ${field.type.expects}`);
  }
}

function reportUnknownField(key: string, at: Span, known: readonly string[], owner: Owner, report: Report): void {
  const fix = didYouMean(key, known, `remove it; allowed here: ${known.join(", ")}`);
  report.add(unknownKey, at, `${owner.name} has the unknown field ${quoted(key)}`, fix);
}
