import type { Rule } from "../../problems/rule";
import { source } from "./examples";

export const adoptedVersion: Rule = {
  code: "adopted-version",
  refusedBy: "project",
  summary:
    "A version that exists in AWS cannot be recorded: it is not a version, it stands for another content, or it is lower than one given before.",
  source,
  fail: [],
  pass: [],
};
