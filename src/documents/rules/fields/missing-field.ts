import type { Rule } from "../../../problems/rule";
import { buildSteps } from "../../examples";

/** Found where the fields of a map are read. */
export const missingField: Rule = {
  code: "missing-field",
  severity: "error",
  summary: "A required field of a document is missing or empty.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html#document-schema",
  fail: [buildSteps("- name: Link\n  action: CreateSymlink\n  inputs:\n    - ▸path: /opt/tool\n")],
  pass: [
    buildSteps("- name: Link\n  action: CreateSymlink\n  inputs:\n    - path: /opt/tool\n      target: /opt/tool-2\n"),
  ],
};
