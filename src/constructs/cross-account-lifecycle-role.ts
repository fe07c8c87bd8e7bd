import { Construct } from "constructs";

import { managedPolicies, managedPolicyArn } from "../aws/managed-policies";
import type { Place } from "../aws/place";
import type { CrossAccountLifecycleRole as Settings } from "../factory/image-consumer";
import { Role } from "./role";

export interface CrossAccountLifecycleRoleProps extends Settings {
  readonly place: Place;
}

/**
 * The role that Image Builder assumes to deprecate, disable and delete what another account has copied to this one, by that account's lifecycle
 * policies. The service looks for it under this very name, and leaves the copies alone where it is missing.
 *
 * The guide has `aws:SourceAccount` be "the account where Image Builder distributed the resources", which can be read as either of the two: it
 * is the builder's in AWS's sample. Both are let in, on behalf of an image alone.
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
