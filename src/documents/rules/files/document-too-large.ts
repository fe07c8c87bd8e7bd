import { maxDocumentBytes } from "../../../aws/quotas";
import type { Rule } from "../../../problems/rule";
import { componentExample, helloDocument } from "../../examples";

export const documentTooLarge: Rule = {
  code: "document-too-large",
  severity: "warning",
  summary:
    "A document is larger than 64 KB, the quota for documents in S3 of a new account, which AWS raises on request.",
  source: "quota of Image Builder: component size",
  fail: [componentExample(`▸description: ${"x".repeat(maxDocumentBytes)}\n${helloDocument}`)],
  pass: [componentExample(helloDocument)],
};
