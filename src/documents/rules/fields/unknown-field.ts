import type { Rule } from "../../../problems/rule";
import { buildSteps } from "../../examples";

/** Found where the fields of a map are read. */
export const unknownField: Rule = {
  code: "unknown-field",
  severity: "warning",
  summary: "AWSTOE or Image Builder does not know a field of the document and ignores it.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html#document-schema",
  fail: [buildSteps("- name: Update\n  action: UpdateOS\n  ▸onFailur: Continue\n")],
  pass: [buildSteps("- name: Update\n  action: UpdateOS\n  onFailure: Continue\n")],
};
