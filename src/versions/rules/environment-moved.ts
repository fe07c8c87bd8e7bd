import type { Rule } from "../../problems/rule";
import { environmentFile, lockExample } from "../environment-examples";
import { source } from "./environment-source";

export const environmentMoved: Rule = {
  code: "environment-moved",
  refusedBy: "project",
  summary:
    "An environment has another account or region than before. Terraform would not find its resources, forget them, and create them again elsewhere.",
  source: `${source}; the provider drops from the state what a read does not find`,
  fail: [{ ...environmentFile({ region: "▸eu-west-1" }), ...lockExample({ dev: {} }) }],
  pass: [{ ...environmentFile({ region: "us-east-1" }), ...lockExample({ dev: {} }) }],
};
