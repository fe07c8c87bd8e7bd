import type { Rule } from "../../problems/rule";
import { environmentFile, lockExample } from "../environment-examples";

export const manualStateChange: Rule = {
  code: "manual-state-change",
  formerly: ["let-go-by-hand"],
  refusedBy: "Terraform",
  summary:
    "A definition no longer has a resource that holds data, or has it again, and the Terraform version is too old to forget a resource without destroying it, or to import it.",
  source:
    "https://developer.hashicorp.com/terraform/language/v1.7.x/upgrade-guides, the removed block is new in 1.7 (import in 1.5, moved in 1.1), and older versions refuse it",
  fail: [{ ...environmentFile({ terraformVersion: '▸"1.5"' }), ...lockExample({ dev: { logs: "created" } }) }],
  pass: [
    {
      ...environmentFile({ terraformVersion: '"1.5"', build: "{ logs: { create: true } }" }),
      ...lockExample({ dev: { logs: "created" } }),
    },
  ],
};
