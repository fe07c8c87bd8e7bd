import type { Rule } from "../../../problems/rule";
import { when } from "./examples";

const page = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-conditional-constructs.html";

/** Reported by the type `condition` of component steps. */
export const conditionShape: Rule = {
  code: "condition-shape",
  refusedBy: "AWS",
  summary: "A condition is not a map with exactly one operator.",
  source: page,
  fail: [when("    binaryExists: dnf\n    ▸fileExists: /etc/os-release\n")],
  pass: [when("    and:\n      - binaryExists: dnf\n      - fileExists: /etc/os-release\n")],
};
