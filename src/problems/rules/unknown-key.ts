import type { Rule } from "../rule";
import { imageWith, stepWith } from "./examples";

/** Reported if a map contains a key that is not allowed. */
export const unknownKey: Rule = {
  code: "unknown-key",
  formerly: ["unknown-field"],
  refusedBy: "project",
  severityInDocuments: "warning",
  unsilenceable: "in definitions",
  summary:
    "A file contains an unknown key. In a definition it would be ignored; in a document AWSTOE or Image Builder ignores it or refuses the document.",
  source: "docs/reference.md",
  sourceInDocuments: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html#document-schema",
  fail: [imageWith("▸descripton: A base image\n"), stepWith("UpdateOS", "▸onFailur: Continue\n")],
  pass: [imageWith("description: A base image\n"), stepWith("UpdateOS", "onFailure: Continue\n")],
};
