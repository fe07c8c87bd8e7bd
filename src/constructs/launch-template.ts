import { LaunchTemplate as Resource } from "@cdktf/provider-aws/lib/launch-template";
import { Construct } from "constructs";

import { nonEmpty } from "../collections/non-empty";
import type { LaunchTemplate as Settings } from "../factory/image-consumer";
import { terraformName } from "../factory/terraform-name";
import { literal, literals } from "./terraform-literal";

export interface LaunchTemplateProps {
  readonly launchTemplate: Settings;
}

/**
 * A launch template that follows a channel: it names the channel's SSM parameter, and stays as it is when the channel moves. Or one that starts without
 * an AMI and gets one with each build, in a new version; Terraform keeps to the AMI it finds, in the versions that it makes as well.
 *
 * Image Builder sets templates with the tag `CreatedBy: EC2 Image Builder` alone.
 * Source: Image Builder User Guide, "Set up cross-account AMI distribution"; managed policy AWSServiceRoleForImageBuilder.
 */
export class LaunchTemplate extends Construct {
  readonly arn: string;
  readonly launchTemplateId: string;

  constructor(scope: Construct, id: string, { launchTemplate }: LaunchTemplateProps) {
    super(scope, id);
    const { instanceType, instanceProfile, parameter } = launchTemplate;
    const tags = literals(launchTemplate.tags);
    const resource = new Resource(this, "resource", {
      name: literal(launchTemplate.name),
      imageId: parameter === undefined ? undefined : literal(`resolve:ssm:${parameter}`),
      updateDefaultVersion: launchTemplate.updateDefault,
      instanceType,
      vpcSecurityGroupIds: nonEmpty(launchTemplate.securityGroups),
      iamInstanceProfile: instanceProfile === undefined ? undefined : { name: instanceProfile },
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required" },
      tagSpecifications: tags && ["instance", "volume"].map((resourceType) => ({ resourceType, tags })),
      ...(parameter === undefined
        ? { tags: { CreatedBy: "EC2 Image Builder" }, lifecycle: { ignoreChanges: ["image_id"] } }
        : {}),
    });
    resource.overrideLogicalId(launchTemplate.address ?? terraformName(launchTemplate.id));
    this.arn = resource.arn;
    this.launchTemplateId = resource.id;
  }
}
