import { by } from "../reading/field-rule";
import { textOf } from "../reading/field-types";
import type { FieldType } from "../reading/fields";
import { invalidName, nameForm } from "../rules/names/invalid-name";

const examine = by(invalidName);

/** The name of a phase, step, parameter or constant: nothing replaces a reference in it. */
export const name: FieldType = {
  expects: nameForm,
  check: (value, report) => {
    const node = textOf(value, report, nameForm);
    if (node !== undefined) examine(node, value, report);
  },
};
