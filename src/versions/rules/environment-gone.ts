import type { Rule } from "../../problems/rule";
import { lockExample } from "../environment-examples";
import { source } from "./environment-source";

export const environmentGone: Rule = {
  code: "environment-gone",
  severity: "warning",
  summary: "An environment is no longer defined, so nothing manages its resources.",
  source,
  fail: [lockExample({ dev: {}, "▸old": { region: "eu-west-1" } })],
  pass: [lockExample({ dev: {} })],
};
