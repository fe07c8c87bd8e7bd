import { typesOfTheApi } from "../../component/variable-types";
import { quoted } from "../../reading/describe";
import type { FieldRule } from "../../reading/field-rule";
import { goodParameter, variablesPage, withParameter } from "./examples";

export const parameterType: FieldRule = {
  code: "parameter-type",
  refusedBy: "AWS",
  summary: "The type of a parameter or constant does not exist.",
  source: `${variablesPage}; API field ComponentParameterDetail.type`,
  fail: [withParameter("  - Package:\n      type: ▸text\n      default: jq\n")],
  pass: [goodParameter],
  examine: (value, name) =>
    typesOfTheApi.test(value)
      ? undefined
      : { message: `${name} is ${quoted(value)}, documented: "string"`, fix: 'write "string"' },
};
