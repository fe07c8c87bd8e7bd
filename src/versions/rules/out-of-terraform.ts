import type { Rule } from "../../problems/rule";
import { lockExample } from "../environment-examples";
import { source } from "./environment-source";

export const outOfTerraform: Rule = {
  code: "out-of-terraform",
  severity: "note",
  summary: "A resource that holds data is no longer defined. It stays in AWS, outside Terraform.",
  source,
  fail: [lockExample({ "▸dev": { logs: "kept" } })],
  pass: [lockExample({ dev: {} })],
};
