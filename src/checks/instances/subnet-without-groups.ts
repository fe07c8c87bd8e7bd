import { withEnvironment } from "../example";
import type { ProjectRule } from "../project-rule";

const subnet = "subnet-0123456789abcdef0";
const own = (network: string, more = "") =>
  withEnvironment({ images: { base: `    build: { network: { ${network} } }\n` }, more });

export const subnetWithoutGroups: ProjectRule = {
  code: "subnet-without-groups",
  refusedBy: "AWS",
  unsilenceable: true,
  summary: "An image has its own subnet, but no security groups in the VPC of this subnet.",
  source: "API field CreateInfrastructureConfiguration.subnetId: without securityGroupIds, the request fails",
  fail: [own(`subnet: ▸${subnet}`), own(`subnet: ▸${subnet}`, "network: { create: {} }\n")],
  pass: [
    own(`subnet: ${subnet}, securityGroups: [sg-0123456789abcdef0]`),
    own(`subnet: ${subnet}`, "network: { subnet: subnet-01234567, securityGroups: [sg-0123456789abcdef0] }\n"),
    own(`subnet: ${subnet}`, "network: { subnet: subnet-01234567, vpc: vpc-0123456789abcdef0 }\n"),
    own("securityGroups: [sg-0123456789abcdef0]"),
  ],
  eachEnvironment({ value, built }, report) {
    for (const { infrastructure, pathOf } of built) {
      const { subnet: id, securityGroups } = infrastructure;
      if (id === undefined || securityGroups !== undefined) continue;
      if (value.network !== undefined && value.network.create === undefined) continue;
      const why = value.network === undefined ? "has none" : "creates a VPC for its own";
      const named = typeof id === "string" ? `the subnet "${id}"` : "the subnet that is looked up";
      const message = `${named} needs security groups of its VPC, and the environment ${why}`;
      report([...pathOf("network"), "subnet"], message, "add securityGroups beside it");
    }
  },
};
