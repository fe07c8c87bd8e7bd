import { quoted } from "../../reading/describe";
import type { FieldRule } from "../../reading/field-rule";
import { looped, loopsPage } from "./examples";

export const loopDelimiter: FieldRule = {
  code: "loop-delimiter",
  refusedBy: "AWS",
  summary: "The delimiter of a loop must be exactly one of the characters that AWSTOE supports.",
  source: loopsPage,
  fail: [looped('forEach:\n  list: "a|b"\n  delimiter: ▸"|"\n')],
  pass: [looped('forEach:\n  list: "a;b"\n  delimiter: ";"\n')],
  examine: (value, name) =>
    delimiters.includes(value)
      ? undefined
      : {
          message: `${name} is ${quoted(value)}, allowed: one of . , ; : - _ " " "\\n" "\\t"`,
          fix: "split at one of these",
        },
};

const delimiters = [".", ",", ";", ":", "\n", "\t", " ", "-", "_"];
