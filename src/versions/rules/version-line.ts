import type { Rule } from "../../problems/rule";

export const versionLine: Rule = {
  code: "version-line",
  refusedBy: "project",
  summary:
    "The major.minor line of a version was lowered. Everything that follows the newest version would keep the old content.",
  source:
    "AWS resolves x.x.x to the highest version: https://docs.aws.amazon.com/imagebuilder/latest/userguide/ibhow-semantic-versioning.html",
  fail: [],
  pass: [],
};
