import type { DocumentRule } from "../../document-rule";
import { quoted } from "../../reading/describe";
import { directivesPage, goodDirectives, withDirectives } from "./examples";

export const directiveForm: DocumentRule = {
  code: "directive-form",
  severity: "warning",
  summary: "A comment looks like a directive but has no colon, or is not at the head of the file. It has no effect.",
  source: directivesPage,
  fail: [withDirectives("# ▸@version 2.0")],
  pass: [goodDirectives],
  eachDirective: ({ isAllowed, name, form, at }, report) => {
    if (!isAllowed) return;
    const shown = quoted(`@${name}`);
    if (form === "no colon") report(at, `${shown} has no colon after it, so it has no effect`, `write "# @${name}: …"`);
    else if (form === "below the head") {
      const message = `${shown} is below the head of the file, so it has no effect`;
      report(at, message, "move it above everything that is not a comment");
    }
  },
};
