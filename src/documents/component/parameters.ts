import { quoted } from "../reading/describe";
import { by } from "../reading/field-rule";
import { digits, listOf, mapWith, nodeOf, text } from "../reading/field-types";
import { type Fields, type FieldType, optional, required } from "../reading/fields";
import { parameterType } from "../rules/parameters/parameter-type";
import { undocumentedType } from "../rules/parameters/undocumented-type";
import { valueTooLong } from "../rules/parameters/value-too-long";
import { name } from "./names";
import { isNameAndType, type Variable } from "./outline";

const value = text("text", by(valueTooLong));
const type = text('"string"', by(parameterType), by(undocumentedType));

/** Fields that the declaration of a parameter or constant can have. */
export const variableFields: Readonly<Record<Variable["kind"], Fields>> = {
  parameter: {
    type: required(type),
    default: optional(value),
    description: optional(value),
    allowedValues: optional(listOf(text(), "a list of strings")),
  },
  constant: { type: required(type), value: required(digits("text", by(valueTooLong))), description: optional(value) },
};

/** Returns the type of a component's `parameters` or `constants`. */
export function variables(kind: Variable["kind"]): FieldType {
  const definition = mapWith('a map with "type"', variableFields[kind]);
  const variable = nodeOf("map", "a map with one key, its name", (item, _, report) => {
    // The rule parameter-shape reports the form of workflow documents.
    if (isNameAndType(item)) return;
    for (const { key, keyNode: at, value: node } of item.entries) {
      const owner = `${kind} ${quoted(key)}`;
      name.check({ node: at, name: `the name of ${owner}`, at }, report);
      definition.check({ node, name: owner, at }, report);
    }
  });
  return listOf(variable, `a list of maps, "- Name:" and below it type`);
}
