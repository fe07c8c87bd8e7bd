import type { Rule } from "../../../problems/rule";
import { componentExample, helloDocument } from "../../examples";

/** Reported by `checkDocument`. */
export const notADocument: Rule = {
  code: "not-a-document",
  refusedBy: "AWS",
  unsilenceable: true,
  summary: "A file is well-formed YAML but not a map, so it is not a document.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html#document-schema",
  fail: [componentExample("▸- name: build\n  steps: []\n")],
  pass: [componentExample(helloDocument)],
};
