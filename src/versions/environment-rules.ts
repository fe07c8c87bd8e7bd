import type { Rule } from "../problems/rule";
import { environmentFile, lockExample } from "./environment-examples";

const source = "docs/decisions/0012-letting-go.md";

export const environmentMoved: Rule = {
  code: "environment-moved",
  severity: "error",
  summary:
    "An environment has another account or region than before. Terraform would not find its resources, forget them, and create them again elsewhere.",
  source: `${source}; the provider drops from the state what a read does not find`,
  fail: [{ ...environmentFile({ region: "▸eu-west-1" }), ...lockExample({ dev: {} }) }],
  pass: [{ ...environmentFile({ region: "us-east-1" }), ...lockExample({ dev: {} }) }],
};

export const environmentGone: Rule = {
  code: "environment-gone",
  severity: "warning",
  summary: "An environment is no longer defined, so nothing manages its resources.",
  source,
  fail: [lockExample({ dev: {}, "▸old": { region: "eu-west-1" } })],
  pass: [lockExample({ dev: {} })],
};

export const letGoByHand: Rule = {
  code: "let-go-by-hand",
  severity: "error",
  summary:
    "A definition no longer has a resource that holds data, or has it again, and the Terraform version is too old to forget a resource without destroying it, or to import it.",
  source:
    "https://developer.hashicorp.com/terraform/language/v1.7.x/upgrade-guides, the removed block is new in 1.7 (import in 1.5, moved in 1.1), and older versions refuse it",
  fail: [{ ...environmentFile({ terraformVersion: '▸"1.5"' }), ...lockExample({ dev: { logs: "made" } }) }],
  pass: [
    {
      ...environmentFile({ terraformVersion: '"1.5"', build: "{ logs: { create: true } }" }),
      ...lockExample({ dev: { logs: "made" } }),
    },
  ],
};

export const outOfTerraform: Rule = {
  code: "out-of-terraform",
  severity: "note",
  summary: "A resource that holds data is no longer defined. It stays in AWS, outside Terraform.",
  source,
  fail: [lockExample({ "▸dev": { logs: "kept" } })],
  pass: [lockExample({ dev: {} })],
};

export const networkDestroyed: Rule = {
  code: "network-destroyed",
  severity: "warning",
  summary:
    "An environment no longer defines the network that it created. The next deployment destroys it, and a build that still runs in it fails.",
  source:
    "https://docs.aws.amazon.com/vpc/latest/userguide/delete-vpc.html: a subnet with network interfaces in use is not deleted",
  fail: [
    {
      ...environmentFile({ network: "▸{ subnet: subnet-11111111, securityGroups: [sg-11111111] }" }),
      ...lockExample({ dev: { network: true } }),
    },
  ],
  pass: [{ ...environmentFile({ network: "{ create: {} }" }), ...lockExample({ dev: { network: true } }) }],
};

/** Rules about what the lock remembers of environments; their examples need definitions besides the lock. */
export const environmentRules: readonly Rule[] = [
  environmentMoved,
  environmentGone,
  letGoByHand,
  outOfTerraform,
  networkDestroyed,
];
