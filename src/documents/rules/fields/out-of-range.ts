import type { Rule } from "../../../problems/rule";
import { buildSteps } from "../../examples";

/** Reported by the field types that check a number. */
export const outOfRange: Rule = {
  code: "out-of-range",
  refusedBy: "AWS",
  summary: "A number is outside the range of its field.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html#document-schema",
  fail: [buildSteps("- name: Restart\n  action: Reboot\n  inputs:\n    delaySeconds: ▸-5\n")],
  pass: [buildSteps("- name: Restart\n  action: Reboot\n  inputs:\n    delaySeconds: 5\n")],
};
