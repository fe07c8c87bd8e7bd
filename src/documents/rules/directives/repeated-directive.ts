import type { DocumentRule } from "../../document-rule";
import { directivesPage, goodDirectives, withDirectives } from "./examples";

export const repeatedDirective: DocumentRule = {
  code: "repeated-directive",
  refusedBy: "project",
  unsilenceable: true,
  summary: "A directive is given twice, so its value is ambiguous.",
  source: directivesPage,
  fail: [withDirectives("# @version: 1.0\n# ▸@version: 2.0")],
  pass: [goodDirectives],
  eachDirective: ({ first, name, nameAt }, report, source) => {
    if (first === undefined) return;
    const { line } = source.position(first.at.start);
    report(nameAt, `"@${name}" is already on line ${line}`, "keep one of the two");
  },
};
