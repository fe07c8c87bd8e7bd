import { maxParameterValue } from "../../../aws/quotas";
import type { FieldRule } from "../../reading/field-rule";
import { goodParameter, withParameter } from "./examples";

export const valueTooLong: FieldRule = {
  code: "value-too-long",
  severity: "warning",
  summary:
    "The value or description of a parameter or constant is longer than 1,024 characters, the quota of a new account, which AWS raises on request.",
  source: "quota of Image Builder: component parameter length; API field ComponentParameterDetail.description",
  fail: [withParameter(`  - Package:\n      type: string\n      default: ▸${"x".repeat(1025)}\n`)],
  pass: [goodParameter],
  examine: (value, name) =>
    value.length <= maxParameterValue
      ? undefined
      : { message: `${name} has ${value.length} characters, allowed: up to ${maxParameterValue}`, fix: "shorten it" },
};
