import type { Rule } from "../../problems/rule";
import { source } from "./examples";

export const adoptedVersion: Rule = {
  code: "adopted-version",
  refusedBy: "project",
  summary:
    "A version that is said to be in AWS already cannot be taken over: it is not a version, it stands for another content, or it is lower than one given before.",
  source,
  fail: [],
  pass: [],
};
