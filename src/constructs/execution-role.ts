import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import { managedPolicies, managedPolicyArn } from "../aws/managed-policies";
import type { Place } from "../aws/place";
import { ssmParameterName } from "../aws/ssm-parameter";
import type { ServiceRole } from "../definitions/schema/lifecycle";
import { type Image, settingsOf } from "../factory/built";
import { executionPolicy, type ExecutionPolicyProps, type SsmParameters } from "./execution-policy";
import { Role } from "./role";

export interface ExecutionRoleProps extends ExecutionPolicyProps {
  readonly name: string;
  readonly role: ServiceRole;
  /** Whether a pipeline that works as the role sets up EC2 Fast Launch. */
  readonly fastLaunch: boolean;
}

/**
 * The role that Image Builder assumes for workflows, SSM parameters and EC2 Fast Launch: a given one, or one made with what Image Builder's
 * own service-linked role may do; docs/decisions/0009-roles.md says why.
 *
 * EC2 asks whoever enables Fast Launch for AWS's policy EC2FastLaunchFullAccess: it makes a network, by CloudFormation, with the permissions
 * of the caller.
 * Source: Image Builder User Guide, "Prerequisites for EC2 Fast Launch"; EC2 User Guide, "Troubleshoot EC2 Fast Launch", insufficient
 * permissions.
 */
export class ExecutionRole extends Construct {
  readonly arn: string;
  /** The permissions of a made role, for what must not start before they are in place. */
  readonly permissions: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: ExecutionRoleProps) {
    super(scope, id);
    const { place, role } = props;
    if (role.arn !== undefined) {
      this.arn = role.arn;
      this.permissions = [];
      return;
    }
    const made = new Role(this, "role", {
      name: props.name,
      address: "execution",
      settings: role,
      description: "EC2 Image Builder, for workflows and SSM parameters",
      trust: {
        service: "imagebuilder.amazonaws.com",
        condition: { StringEquals: { "aws:SourceAccount": place.account } },
      },
      managedPolicies: [
        ...(props.fastLaunch ? [managedPolicyArn(place.partition, managedPolicies.fastLaunch)] : []),
        ...role.policies,
      ],
      inlinePolicy: { name: "image-builder", statements: executionPolicy(props) },
    });
    this.arn = made.arn;
    this.permissions = made.permissions;
  }
}

/**
 * Which SSM parameters the execution role reads and writes: those of the pipelines that work as it. Public ones below /aws/ are everybody's; those
 * of other accounts are written by a role there.
 */
export function ssmParameters(images: readonly Image[], { partition, region, account }: Place): SsmParameters {
  const arn = (name: string, target: string): string =>
    `arn:${partition}:ssm:${target}:${account}:parameter/${name.replace(/^\//, "")}`;
  const executed = images.flatMap((image) =>
    settingsOf(image)
      .filter(({ needsExecutionRole }) => needsExecutionRole)
      .map(({ distribution }) => ({ targets: distribution?.targets ?? [], parent: image.recipe.parent })),
  );
  const written = executed.flatMap(({ targets }) =>
    targets.flatMap((target) =>
      target.ssmParameters
        .filter((parameter) => (parameter.account ?? account) === account)
        .map(({ name }) => arn(name, target.region)),
    ),
  );
  const read = executed.flatMap(({ parent }) => {
    if (parent.from !== "ssm" || ssmParameterName(parent.parameter).startsWith("/aws/")) return [];
    return [parent.parameter.startsWith("arn:") ? parent.parameter : arn(parent.parameter, region)];
  });
  return { written: [...new Set(written)].sort(), read: [...new Set(read)].sort() };
}
