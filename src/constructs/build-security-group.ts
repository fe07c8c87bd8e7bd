import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

export interface BuildSecurityGroupProps {
  readonly name: string;
  readonly vpcId: string;
}

/** The security group of build instances: nothing comes in, everything may go out (packages, Systems Manager, S3). */
export class BuildSecurityGroup extends Construct {
  readonly securityGroupId: string;
  /** What lets instances out: the group is there before its rule is. */
  readonly egress: ITerraformDependable;

  constructor(scope: Construct, id: string, props: BuildSecurityGroupProps) {
    super(scope, id);
    const group = new SecurityGroup(this, "resource", {
      name: props.name,
      description: "EC2 Image Builder build instances: no ingress",
      vpcId: props.vpcId,
      // In use by the infrastructure configuration until that is updated.
      lifecycle: { createBeforeDestroy: true },
    });
    group.overrideLogicalId("build");

    const egress = new VpcSecurityGroupEgressRule(this, "egress", {
      securityGroupId: group.id,
      description: "Packages, Systems Manager, S3",
      ipProtocol: "-1",
      cidrIpv4: "0.0.0.0/0",
    });
    egress.overrideLogicalId("build");
    this.securityGroupId = group.id;
    this.egress = egress;
  }
}
