import { portRange } from "../../aws/port-range";
import type { SecurityGroupRule } from "../../definitions/schema/security-group";
import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";

const network = "network:\n  subnet: subnet-0123456789abcdef0\n  vpc: vpc-0123456789abcdef0\n  securityGroup:\n";
const egress = (rules: string, marker = "") => withSettings(`${network}    ${marker}egress: [${rules}]\n`);
const anywhere = "cidr: 0.0.0.0/0";

export const egressWithoutHttps: ProjectRule = {
  code: "egress-without-https",
  severity: "warning",
  summary:
    "The created security group lets build instances reach nothing over HTTPS. Systems Manager never sees them, and the build times out.",
  source: "Systems Manager User Guide, prerequisites: SSM Agent connects to its endpoints over port 443",
  fail: [
    egress(`{ ports: 80, ${anywhere} }`, "▸"),
    egress("", "▸"),
    egress(`{ ports: 444-8443, ${anywhere} }, { protocol: udp, ports: 443, ${anywhere} }`, "▸"),
  ],
  pass: [
    egress(`{ ports: 80, ${anywhere} }, { ports: 443, prefixList: pl-01234567 }`),
    egress(`{ ports: 80-443, ${anywhere} }`),
    egress(`{ ports: 443-8443, ${anywhere} }`),
    egress(`{ protocol: all, ${anywhere} }`),
    egress("{ group: sg-0123456789abcdef0 }"),
    withSettings("network: { create: {} }\n"),
  ],
  eachEnvironment({ value }, report) {
    const rules = value.network?.securityGroup?.egress;
    if (rules === undefined || rules.some(allowsHttps)) return;
    const message = "build instances may not reach anything over TCP port 443, which SSM Agent needs";
    const fix = `add { ports: 443, ${anywhere} }, or silence this warning where SSM Agent uses a proxy`;
    report({ key: ["network", "securityGroup", "egress"] }, message, fix);
  },
};

function allowsHttps({ protocol, ports }: SecurityGroupRule): boolean {
  if (protocol !== "tcp") return protocol === "all";
  if (ports === undefined) return true;
  const { from, to } = portRange(ports);
  return from <= 443 && 443 <= to;
}
