import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import { managedPolicies, managedPolicyArn } from "../aws/managed-policies";
import type { Place } from "../aws/place";
import type { ServiceRole } from "../definitions/schema/lifecycle";
import { serviceRole } from "./role";

export interface LifecycleRoleProps {
  readonly name: string;
  readonly place: Place;
  readonly role: ServiceRole;
}

/**
 * The role that Image Builder assumes for lifecycle policies: an existing role, or a new role with the AWS managed policy. That policy applies to
 * resources with the tag `CreatedBy: EC2 Image Builder`, and to container images in repositories with the tag
 * `LifecycleExecutionAccess: EC2 Image Builder`.
 *
 * Source: Image Builder User Guide, "Lifecycle management prerequisites". Its trust policy has no condition, hence `StringEqualsIfExists`.
 */
export class LifecycleRole extends Construct {
  readonly arn: string;
  /** The policies of a created role. Resources that use the role must wait for them. Empty for an existing role. */
  readonly permissions: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { name, place, role }: LifecycleRoleProps) {
    super(scope, id);
    const { arn, permissions } = serviceRole(this, role, {
      name,
      address: "lifecycle",
      description: "EC2 Image Builder, for lifecycle policies",
      trust: {
        service: "imagebuilder.amazonaws.com",
        condition: { StringEqualsIfExists: { "aws:SourceAccount": place.account } },
      },
      managedPolicies: [managedPolicyArn(place.partition, managedPolicies.lifecycle), ...role.policies],
    });
    this.arn = arn;
    this.permissions = permissions;
  }
}
