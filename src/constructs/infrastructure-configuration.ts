import { ImagebuilderInfrastructureConfiguration } from "@cdktf/provider-aws/lib/imagebuilder-infrastructure-configuration";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { Infrastructure } from "../factory/infrastructure";
import { terraformName } from "../factory/terraform-name";
import { literal, literals, optionalLiteral } from "./terraform-literal";

export interface InfrastructureConfigurationProps {
  readonly infrastructure: Infrastructure;
  readonly instanceProfileName: string;
  /** ARN of the topic that hears of each build. */
  readonly topicArn?: string;
  readonly subnetId?: string;
  readonly securityGroupIds?: readonly string[];
  readonly dependsOn?: ITerraformDependable[];
}

/** How and where build instances run. Terminated on failure and IMDSv2 alone, unless the definition says otherwise. */
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
      // A pipeline may still use the one that is replaced.
      lifecycle: { createBeforeDestroy: true },
      dependsOn: props.dependsOn,
    });
    resource.overrideLogicalId(terraformName(infrastructure.id));
    this.arn = resource.arn;
  }
}

/** Undefined where nothing is said but the default: shared hardware, in the Availability Zone of the subnet. */
function placement({ tenancy, availabilityZone, host, hostResourceGroup }: Infrastructure["placement"]) {
  if (tenancy === "default" && (availabilityZone ?? host ?? hostResourceGroup) === undefined) return undefined;
  return { tenancy, availabilityZone, hostId: host, hostResourceGroupArn: optionalLiteral(hostResourceGroup) };
}
