import type { Rule } from "../../problems/rule";
import { environmentFile, lockExample } from "../environment-examples";

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
