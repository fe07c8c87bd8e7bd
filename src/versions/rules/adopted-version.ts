import type { Rule } from "../../problems/rule";
import { source } from "./examples";

export const adoptedVersion: Rule = {
  code: "adopted-version",
  severity: "error",
  refusedBy: "project",
  summary:
    "What is said to be published in AWS already cannot be taken over: it is no version, one that stands for another content, or a lower one than was given.",
  source,
  fail: [],
  pass: [],
};
