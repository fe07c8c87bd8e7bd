import { maxParameterValue } from "../../../aws/limits";
import type { FieldRule } from "../../reading/field-rule";
import { goodParameter, withParameter } from "./examples";

export const valueTooLong: FieldRule = {
  code: "value-too-long",
  severity: "error",
  refusedBy: "AWS",
  summary: "The value or description of a parameter or constant is longer than 1,024 characters.",
  source:
    "quota of Image Builder: length of a component parameter's value; API field ComponentParameterDetail.description",
  fail: [withParameter(`  - Package:\n      type: string\n      default: ▸${"x".repeat(1025)}\n`)],
  pass: [goodParameter],
  examine: (value, name) =>
    value.length <= maxParameterValue
      ? undefined
      : { message: `${name} has ${value.length} characters, allowed: up to ${maxParameterValue}`, fix: "shorten it" },
};
