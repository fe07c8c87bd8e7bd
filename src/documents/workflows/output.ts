import { anything, reportWrongType, text } from "../reading/field-types";
import { checkFields, type FieldType, required } from "../reading/fields";
import { withoutSuffix } from "./dynamic-fields";

/** Fields that an output can have. */
export const outputFields = { name: required(text()), value: required(anything) };

/** An item of a workflow's `outputs`. The value is a path, whether or not its key has the suffix `.$`. */
export const output: FieldType = {
  expects: 'a map with "name" and "value"',
  check: (value, report) => {
    const { node, name, at } = value;
    if (node.kind !== "map") {
      reportWrongType(value, output.expects, report);
      return;
    }
    const entries = node.entries.map((entry) => ({ ...entry, key: withoutSuffix(entry.key) }));
    checkFields({ ...node, entries }, outputFields, { name, at }, report);
  },
};
