import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import { portRange } from "../aws/port-range";
import type { SecurityGroupRule, SecurityGroupSettings } from "../definitions/schema/security-group";
import { canonicalJson } from "../versions/canonical";
import { shortDigest } from "../versions/digest";
import { literal, literals, optionalLiteral } from "./terraform-literal";

export interface BuildSecurityGroupProps {
  readonly name: string;
  readonly vpcId: string;
  /** Settings of the environment. Default: no ingress, and egress to everywhere. */
  readonly settings?: Omit<SecurityGroupSettings, "name">;
}

/** The security group of build instances. By default, it allows no ingress and all egress (packages, Systems Manager, S3). */
export class BuildSecurityGroup extends Construct {
  readonly securityGroupId: string;
  /** The egress rules. Builds must wait for them, because the group exists before its rules. */
  readonly egress: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { name, vpcId, settings }: BuildSecurityGroupProps) {
    super(scope, id);
    const group = new SecurityGroup(this, "resource", {
      name: literal(name),
      description: literal(settings?.description ?? "EC2 Image Builder build instances: no ingress"),
      vpcId,
      tags: literals(settings?.tags ?? {}),
      // The infrastructure configuration uses the old group until it is updated.
      lifecycle: { createBeforeDestroy: true },
    });
    group.overrideLogicalId("build");
    this.securityGroupId = group.id;
    this.egress =
      settings?.egress === undefined
        ? [this.everywhere()]
        : [...byAddress(settings.egress)].map(([address, rule]) => this.egressRule(address, rule));
    for (const [address, rule] of byAddress(settings?.ingress ?? [])) this.ingressRule(address, rule);
  }

  private everywhere(): ITerraformDependable {
    const egress = new VpcSecurityGroupEgressRule(this, "egress", {
      securityGroupId: this.securityGroupId,
      description: "Packages, Systems Manager, S3",
      ipProtocol: "-1",
      cidrIpv4: "0.0.0.0/0",
    });
    egress.overrideLogicalId("build");
    return egress;
  }

  private egressRule(address: string, rule: SecurityGroupRule): ITerraformDependable {
    const resource = new VpcSecurityGroupEgressRule(this, `egress-${address}`, {
      securityGroupId: this.securityGroupId,
      ...ruleOf(rule),
    });
    resource.overrideLogicalId(address);
    return resource;
  }

  private ingressRule(address: string, rule: SecurityGroupRule): void {
    const resource = new VpcSecurityGroupIngressRule(this, `ingress-${address}`, {
      securityGroupId: this.securityGroupId,
      ...ruleOf(rule),
    });
    resource.overrideLogicalId(address);
  }
}

/**
 * Returns the rules by their names in Terraform. Names depend on the content of a rule, not its position, so that a new rule changes no other.
 * Equal rules, however their ports are written, are merged: EC2 refuses the second with InvalidPermission.Duplicate.
 *
 * Source: pull request 886 of londonaicentre/FLIP.
 */
function byAddress(rules: readonly SecurityGroupRule[]): ReadonlyMap<string, SecurityGroupRule> {
  const unlike = new Map(rules.map((rule) => [canonicalJson({ ...ruleOf(rule), description: undefined }), rule]));
  return new Map(
    [...unlike.values()].map((rule) => {
      const passes = canonicalJson({ ...rule, description: undefined });
      return [`build-${shortDigest(passes)}`, rule];
    }),
  );
}

function ruleOf({ protocol, ports, cidr, cidrIpv6, prefixList, group, description }: SecurityGroupRule) {
  return {
    ipProtocol: protocol === "all" ? "-1" : protocol,
    ...portsOf(protocol, ports),
    cidrIpv4: cidr,
    cidrIpv6,
    prefixListId: prefixList,
    referencedSecurityGroupId: group,
    description: optionalLiteral(description),
  };
}

/** Returns both ports, which EC2 requires for tcp, udp and icmp. For ICMP, -1 means all types. */
function portsOf(protocol: SecurityGroupRule["protocol"], ports: SecurityGroupRule["ports"]) {
  if (protocol === "all") return {};
  if (protocol === "icmp") return { fromPort: -1, toPort: -1 };
  if (ports === undefined) return { fromPort: 0, toPort: 65535 };
  const { from, to } = portRange(ports);
  return { fromPort: from, toPort: to };
}
