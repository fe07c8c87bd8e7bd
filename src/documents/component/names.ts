import { by } from "../reading/field-rule";
import { textOf } from "../reading/field-types";
import type { FieldType } from "../reading/fields";
import { invalidName, nameForm } from "../rules/names/invalid-name";

const examine = by(invalidName);

/** Name of a phase, step, parameter or constant. References in names are not replaced. */
export const name: FieldType = {
  expects: nameForm,
  check: (value, report) => {
    const node = textOf(value, report, nameForm);
    if (node !== undefined) examine(node, value, report);
  },
};
