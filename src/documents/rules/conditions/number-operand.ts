import { quoted } from "../../reading/describe";
import type { FieldRule } from "../../reading/field-rule";
import { comparisonsPage, when } from "./examples";

export const numberOperand: FieldRule = {
  code: "number-operand",
  severity: "warning",
  summary: "An operand of a numeric comparison is not a number, so the comparison is never true.",
  source: comparisonsPage,
  fail: [when("    numberEquals: ▸two\n    value: 2\n")],
  pass: [when("    numberEquals: 2\n    value: 2\n")],
  examine: (value, name) =>
    /^[-+]?(\d+\.)?\d+$/.test(value)
      ? undefined
      : { message: `${name} is ${quoted(value)}, expected a number`, fix: "write a number such as 4 or 2.5" },
};
