import type { Rule } from "../../problems/rule";
import { source } from "./examples";

export const componentVersionUnknown: Rule = {
  code: "component-version-unknown",
  refusedBy: "project",
  summary: "An image or container names a version of a component document that versions.lock.json does not contain.",
  source,
  fail: [],
  pass: [],
};
