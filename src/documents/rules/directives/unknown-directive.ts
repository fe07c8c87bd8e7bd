import { nearest } from "../../../problems/suggest";
import type { DocumentRule } from "../../document-rule";
import { orList, quoted } from "../../reading/describe";
import { directivesPage, goodDirectives, withDirectives } from "./examples";

export const unknownDirective: DocumentRule = {
  code: "unknown-directive",
  severity: "warning",
  summary: "A comment at the head of a document has the form of a directive, but no such directive exists.",
  source: directivesPage,
  fail: [withDirectives("# ▸@suported-os: Amazon Linux 2023")],
  pass: [goodDirectives],
  eachDirective: ({ isAllowed, allowed, name, nameAt }, report) => {
    if (isAllowed) return;
    const near = nearest(name, allowed);
    const names = orList(allowed.map((each) => `"@${each}"`));
    const message = `${quoted(`@${name}`)} is not a directive of this kind of document, allowed: ${names}`;
    report(nameAt, message, near === undefined ? `write ${names}, or no "@"` : `did you mean "@${near}: …"?`);
  },
};
