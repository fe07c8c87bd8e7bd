import { quoted } from "../../reading/describe";
import type { FieldRule } from "../../reading/field-rule";
import { comparisonsPage, when } from "./examples";

export const hashLength: FieldRule<number> = {
  code: "hash-length",
  severity: "warning",
  summary: "A checksum does not have the length of its algorithm, so the comparison is never true.",
  source: comparisonsPage,
  fail: [when("    fileMD5Equals: ▸9e107d9d\n    path: /etc/os-release\n")],
  pass: [when("    fileMD5Equals: 9e107d9d372bb6826bd81d3542a419d6\n    path: /etc/os-release\n")],
  examine: (value, name, digits) =>
    value.length === digits && /^[0-9a-f]+$/i.test(value)
      ? undefined
      : {
          message: `${name} is ${quoted(value)}, expected ${digits} hexadecimal digits`,
          fix: "write the whole checksum",
        },
};
