import { ImagebuilderInfrastructureConfiguration } from "@cdktf/provider-aws/lib/imagebuilder-infrastructure-configuration";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { Infrastructure } from "../factory/infrastructure";
import { terraformName } from "../factory/terraform-name";
import { literal, literals, optionalLiteral } from "./terraform-literal";

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
    const { logs } = infrastructure;
    const resource = new ImagebuilderInfrastructureConfiguration(this, "resource", {
      name: literal(infrastructure.name),
      description: optionalLiteral(infrastructure.description),
      instanceProfileName: props.instanceProfileName,
      instanceTypes: infrastructure.instanceTypes && [...infrastructure.instanceTypes],
      keyPair: optionalLiteral(infrastructure.keyPair),
      subnetId: props.subnetId,
      securityGroupIds: props.securityGroupIds && [...props.securityGroupIds],
      snsTopicArn: props.topicArn,
      terminateInstanceOnFailure: infrastructure.terminateOnFailure,
      instanceMetadataOptions: infrastructure.metadata && {
        httpTokens: infrastructure.metadata.tokens,
        httpPutResponseHopLimit: infrastructure.metadata.hopLimit,
      },
      logging: logs && {
        s3Logs: { s3BucketName: literal(logs.bucket), s3KeyPrefix: optionalLiteral(logs.prefix) },
      },
      placement: placement(infrastructure.placement),
      resourceTags: literals(infrastructure.instanceTags),
      tags: literals(infrastructure.tags),
      // A pipeline may still use the old configuration.
      lifecycle: { createBeforeDestroy: true },
      dependsOn: props.dependsOn,
    });
    resource.overrideLogicalId(terraformName(infrastructure.id));
    this.arn = resource.arn;
  }
}

/** Returns the placement. Undefined for the default: shared hardware in the Availability Zone of the subnet. */
function placement({ tenancy, availabilityZone, host, hostResourceGroup }: Infrastructure["placement"]) {
  if (tenancy === "default" && (availabilityZone ?? host ?? hostResourceGroup) === undefined) return undefined;
  return { tenancy, availabilityZone, hostId: host, hostResourceGroupArn: optionalLiteral(hostResourceGroup) };
}
