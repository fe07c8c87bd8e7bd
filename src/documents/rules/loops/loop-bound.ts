import { valueOf } from "../../../problems/yaml-tree";
import type { DocumentRule } from "../../document-rule";
import { shown } from "../../reading/describe";
import { holdsReference } from "../../reading/field-types";
import { looped, loopsPage } from "./examples";

export const loopBound: DocumentRule = {
  code: "loop-bound",
  refusedBy: "AWS",
  summary:
    "The values start, end, updateBy and delimiter of a loop must be literal. AWSTOE accepts no reference there.",
  source: loopsPage,
  fail: [looped('for:\n  start: 1\n  end: ▸"{{ env:COUNT }}"\n  updateBy: 1\n')],
  pass: [looped('forEach:\n  list: "{{ env:COUNTS }}"\n')],
  eachStep: ({ loop, name }, report) => {
    for (const [owner, keys, fix] of bounds) {
      for (const key of keys) {
        const node = valueOf(valueOf(loop, owner), key);
        if (node?.kind !== "text" || !holdsReference(node.value)) continue;
        const message = `"${key}" of "${owner}" of "loop" of ${name} is ${shown(node)}, but a reference is not allowed here`;
        report(node, message, fix);
      }
    }
  },
};

const bounds = [
  ["for", ["start", "end", "updateBy"], "write a number, or use forEach"],
  ["forEach", ["delimiter"], "write the character"],
] as const;
