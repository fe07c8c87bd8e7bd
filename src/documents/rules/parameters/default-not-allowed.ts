import { plainText, valueOf } from "../../../problems/yaml-tree";
import type { DocumentRule } from "../../document-rule";
import { quoted, shown } from "../../reading/describe";
import { withParameter } from "./examples";

export const defaultNotAllowed: DocumentRule = {
  code: "default-not-allowed",
  severity: "warning",
  summary: "The default of a parameter is not one of its allowed values.",
  source: "published components of AWS that use allowedValues",
  fail: [withParameter("  - Package:\n      type: string\n      default: ▸jq\n      allowedValues: [git, curl]\n")],
  pass: [withParameter("  - Package:\n      type: string\n      default: jq\n      allowedValues: [git, jq]\n")],
  eachVariable: ({ kind, name, definition }, report) => {
    const allowed = valueOf(definition, "allowedValues");
    const chosen = valueOf(definition, "default");
    if (allowed?.kind !== "list" || allowed.items.length === 0 || chosen === undefined) return;
    if (allowed.items.some((item) => plainText(item) === plainText(chosen))) return;
    const message = `"default" of ${kind} ${quoted(name)} is ${shown(chosen)}, which is not in its "allowedValues"`;
    report(chosen, message, "add it to the allowed values, or choose one of them");
  },
};
