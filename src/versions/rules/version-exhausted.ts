import type { Rule } from "../../problems/rule";

export const versionExhausted: Rule = {
  code: "version-exhausted",
  refusedBy: "AWS",
  summary: "The patch number of a version would exceed the limit of Image Builder (2^30-1).",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/ibhow-semantic-versioning.html",
  fail: [],
  pass: [],
};
