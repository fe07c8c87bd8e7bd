import { buildSteps } from "../../examples";
import { quoted } from "../../reading/describe";
import type { FieldRule } from "../../reading/field-rule";
import { webDownload } from "./examples";

const page =
  "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-webdownload";

export const webUrl: FieldRule = {
  code: "web-url",
  severity: "warning",
  summary: "The source of WebDownload is not an http or https URL.",
  source: page,
  fail: [buildSteps(webDownload("▸ftp://example.com/tool.rpm"))],
  pass: [buildSteps(webDownload())],
  examine: (value, name) =>
    /^https?:\/\//i.test(value)
      ? undefined
      : {
          message: `${name} is ${quoted(value)}, expected an http or https address`,
          fix: "write an address that starts with https://",
        },
};
