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
 * A launch template. With `parameter`, it refers to the SSM parameter of a channel and does not change when the channel moves. Otherwise, it
 * starts without an AMI, and each build adds a version with its AMI; Terraform keeps that AMI, also in the versions that Terraform creates.
 *
 * Image Builder updates only launch templates with the tag `CreatedBy: EC2 Image Builder`.
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
