import { typesOfTheApi } from "../../component/variable-types";
import { quoted } from "../../reading/describe";
import type { FieldRule } from "../../reading/field-rule";
import { goodParameter, variablesPage, withParameter } from "./examples";

export const undocumentedType: FieldRule = {
  code: "undocumented-type",
  severity: "warning",
  summary:
    "The type of a parameter or constant is in the API but not in the documentation. Only string is known to work.",
  source: `${variablesPage}; API field ComponentParameterDetail.type`,
  fail: [withParameter("  - Package:\n      type: ▸stringList\n      default: jq\n")],
  pass: [goodParameter],
  examine: (value, name) =>
    value === "string" || !typesOfTheApi.test(value)
      ? undefined
      : { message: `${name} is ${quoted(value)}, documented: "string"`, fix: 'write "string"' },
};
