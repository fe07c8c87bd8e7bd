import { Construct } from "constructs";

import { managedPolicies, managedPolicyArn } from "../aws/managed-policies";
import type { Place } from "../aws/place";
import type { CrossAccountLifecycleRole as Settings } from "../factory/image-consumer";
import { Role } from "./role";

export interface CrossAccountLifecycleRoleProps extends Settings {
  readonly place: Place;
}

/**
 * The role that Image Builder assumes to deprecate, disable and delete images that another account has copied to this account, according to the
 * lifecycle policies of the other account. The name of the role is fixed. Without the role, Image Builder does not touch the copies.
 *
 * The guide describes `aws:SourceAccount` as "the account where Image Builder distributed the resources", which can mean either account. In the
 * sample of AWS, it is the builder's account. The trust policy allows both, and only for requests on behalf of an image.
 * Source: Image Builder User Guide, "Create an IAM role for Image Builder cross-account lifecycle management".
 */
export class CrossAccountLifecycleRole extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { builders, place }: CrossAccountLifecycleRoleProps) {
    super(scope, id);
    const role = new Role(this, "role", {
      name: "Ec2ImageBuilderCrossAccountLifecycleAccess",
      address: "lifecycle",
      description: "EC2 Image Builder, for lifecycle policies of other accounts",
      trust: {
        service: "imagebuilder.amazonaws.com",
        condition: {
          StringEquals: { "aws:SourceAccount": [...builders, place.account] },
          ArnLike: { "aws:SourceArn": "arn:*:imagebuilder:*:*:image/*/*/*" },
        },
      },
      managedPolicies: [managedPolicyArn(place.partition, managedPolicies.lifecycle)],
    });
    this.arn = role.arn;
  }
}
