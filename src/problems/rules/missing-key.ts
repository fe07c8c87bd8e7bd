import type { Rule } from "../rule";
import { project, stepWith } from "./examples";

/** Reported if a map has no value for a required key. */
export const missingKey: Rule = {
  code: "missing-key",
  formerly: ["missing-field"],
  refusedBy: "project",
  refusedByInDocuments: "AWS",
  unsilenceable: "in definitions",
  summary: "A required key is missing, or has no value. It has no safe default.",
  source: "docs/reference.md",
  sourceInDocuments: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html#document-schema",
  fail: [
    project({ environment: "▸region: us-east-1\nimages:\n  base:\n    schedule: manual\n" }),
    stepWith("CreateSymlink", "inputs:\n  - ▸path: /opt/tool\n"),
  ],
  pass: [project(), stepWith("CreateSymlink", "inputs:\n  - path: /opt/tool\n    target: /opt/tool-2\n")],
};
