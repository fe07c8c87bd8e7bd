import { ImagebuilderInfrastructureConfiguration } from "@cdktf/provider-aws/lib/imagebuilder-infrastructure-configuration";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { Infrastructure } from "../factory/infrastructure";
import { infrastructureRequest } from "../factory/requests/infrastructure";
import { terraformName } from "../factory/terraform-name";
import { literal, literals } from "./terraform-literal";

export interface InfrastructureConfigurationProps {
  readonly infrastructure: Infrastructure;
  readonly instanceProfileName: string;
  /** ARN of the topic that Image Builder notifies of each build. */
  readonly topicArn?: string;
  readonly subnetId?: string;
  readonly securityGroupIds?: readonly string[];
  readonly dependsOn?: ITerraformDependable[];
}

/** An infrastructure configuration: the settings of build instances. By default, they use only IMDSv2 and are terminated on failure. */
export class InfrastructureConfiguration extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: InfrastructureConfigurationProps) {
    super(scope, id);
    const { infrastructure } = props;
    const resource = new ImagebuilderInfrastructureConfiguration(this, "resource", {
      ...infrastructureRequest(infrastructure, literal),
      name: literal(infrastructure.name),
      instanceProfileName: props.instanceProfileName,
      subnetId: props.subnetId,
      securityGroupIds: props.securityGroupIds && [...props.securityGroupIds],
      snsTopicArn: props.topicArn,
      tags: literals(infrastructure.tags),
      // A pipeline may still use the old configuration.
      lifecycle: { createBeforeDestroy: true },
      dependsOn: props.dependsOn,
    });
    resource.overrideLogicalId(terraformName(infrastructure.id));
    this.arn = resource.arn;
  }
}
