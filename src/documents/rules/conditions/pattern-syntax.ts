import { quoted } from "../../reading/describe";
import type { FieldRule } from "../../reading/field-rule";
import { comparisonsPage, when } from "./examples";

export const patternSyntax: FieldRule = {
  code: "pattern-syntax",
  severity: "warning",
  summary:
    "A pattern uses a feature that Go's regular expressions (RE2) do not have: look-ahead, look-behind or back-references.",
  source: `${comparisonsPage}; https://github.com/google/re2/wiki/Syntax`,
  fail: [when("    patternMatches: ▸amzn(?!2)\n    value: amzn2023\n")],
  pass: [when("    patternMatches: amzn[^2]\n    value: amzn(?!2)\n")],
  examine: (value, name) => {
    const found = /\(\?<?[=!]|\\[1-9]/.exec(value.replace(/\\[^1-9]/g, "  "));
    return found === null
      ? undefined
      : {
          message: `${name} has ${quoted(found[0])}, which Go's regular expressions lack`,
          fix: "write the pattern without it",
        };
  },
};
