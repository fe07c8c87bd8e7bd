import { quoted } from "../../reading/describe";
import type { FieldRule } from "../../reading/field-rule";
import { looped, loopsPage } from "./examples";

export const loopName: FieldRule = {
  code: "loop-name",
  severity: "warning",
  summary: "The name of a loop contains characters that a reference cannot contain.",
  source: loopsPage,
  fail: [looped("name: ▸my loop\nforEach: [a, b]\n")],
  pass: [looped("name: my-loop\nforEach: [a, b]\n")],
  examine: (value, name) =>
    /^[A-Za-z0-9_-]+$/.test(value)
      ? undefined
      : {
          message: `${name} is ${quoted(value)}, allowed: letters, digits, - and _`,
          fix: "name it so that {{ name.value }} can",
        },
};
