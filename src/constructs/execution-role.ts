import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import { managedPolicies, managedPolicyArn } from "../aws/managed-policies";
import type { Place } from "../aws/place";
import { ssmParameterName } from "../aws/ssm-parameter";
import type { ServiceRole } from "../definitions/schema/lifecycle";
import { type Image, settingsOf } from "../factory/built";
import { executionPolicy, type ExecutionPolicyProps, type SsmParameters } from "./execution-policy";
import { serviceRole } from "./role";

export interface ExecutionRoleProps extends ExecutionPolicyProps {
  readonly name: string;
  readonly role: ServiceRole;
  /** True if a pipeline with this role configures EC2 Fast Launch. */
  readonly fastLaunch: boolean;
}

/**
 * The role that Image Builder assumes for workflows, SSM parameters and EC2 Fast Launch: an existing role, or a new role with the permissions of
 * Image Builder's service-linked role. docs/decisions/0009-roles.md has the reasons.
 *
 * EC2 requires the managed policy EC2FastLaunchFullAccess to enable Fast Launch, because it creates a network through CloudFormation with the
 * permissions of the caller.
 * Source: Image Builder User Guide, "Prerequisites for EC2 Fast Launch"; EC2 User Guide, "Troubleshoot EC2 Fast Launch", insufficient
 * permissions.
 */
export class ExecutionRole extends Construct {
  readonly arn: string;
  /** The policies of a created role. Resources that use the role must wait for them. Empty for an existing role. */
  readonly permissions: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: ExecutionRoleProps) {
    super(scope, id);
    const { place, role } = props;
    const { arn, permissions } = serviceRole(this, role, {
      name: props.name,
      address: "execution",
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
    this.arn = arn;
    this.permissions = permissions;
  }
}

/**
 * Returns the SSM parameters that the execution role reads and writes for the pipelines that use the role. Excludes public parameters below /aws/,
 * which need no extra permission, and parameters in other accounts, which a role in those accounts writes.
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
