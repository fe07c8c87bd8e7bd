import { valueOf } from "../../../problems/yaml-tree";
import type { DocumentRule } from "../../document-rule";
import { wholeNumberOf } from "../../reading/field-types";
import { looped, loopsPage } from "./examples";

export const loopRange: DocumentRule = {
  code: "loop-range",
  refusedBy: "AWS",
  summary: "The step of a loop is zero or leads away from its end. The loop would never end, so AWSTOE refuses it.",
  source: loopsPage,
  fail: [looped("for:\n  start: 1\n  end: 10\n  updateBy: ▸-1\n")],
  pass: [looped("for:\n  start: 1\n  end: 10\n  updateBy: 1\n")],
  eachStep: ({ loop, name }, report) => {
    const range = valueOf(loop, "for");
    const at = valueOf(range, "updateBy");
    const [start, end, step] = ["start", "end", "updateBy"].map((key) => {
      const node = valueOf(range, key);
      return node === undefined ? undefined : wholeNumberOf(node);
    });
    if (start === undefined || end === undefined || step === undefined || at === undefined) return;
    if (step !== 0 && (start === end || Math.sign(end - start) === Math.sign(step))) return;
    const message = `"for" of "loop" of ${name} counts from ${start} to ${end} by ${step}, which never ends`;
    report(at, message, start > end ? "count by a negative number" : "count by a positive number");
  },
};
