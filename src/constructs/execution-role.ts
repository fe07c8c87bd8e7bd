import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { ServiceRole } from "../definitions/schema/lifecycle";
import type { Place } from "../factory/arn";
import type { Image } from "../factory/image-factory";
import { MadeRole } from "./made-role";

export interface ExecutionRoleProps {
  readonly name: string;
  readonly place: Place;
  readonly role: ServiceRole;
  readonly parameters: SsmParameters;
  /** ARN of the made role of build instances; absent where the instance profile is given. */
  readonly buildRoleArn?: string;
}

/** ARNs of the SSM parameters of a factory. */
export interface SsmParameters {
  /** Those that distributions write in the account. */
  readonly written: readonly string[];
  /** Those that hold a parent, as far as AWS's policy does not let them be read. */
  readonly read: readonly string[];
}

/**
 * The role that Image Builder assumes for workflows and for SSM parameters: a given one, or one made with AWS's managed policy and what that
 * leaves out; docs/decisions/0009-roles.md says why.
 */
export class ExecutionRole extends Construct {
  readonly arn: string;
  /** The permissions of a made role, for what must not start before they are in place. */
  readonly permissions: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: ExecutionRoleProps) {
    super(scope, id);
    const { place, role } = props;
    const made =
      role.arn === undefined
        ? new MadeRole(this, "role", {
            name: props.name,
            address: "execution",
            description: "EC2 Image Builder, for workflows and SSM parameters",
            trust: {
              service: "imagebuilder.amazonaws.com",
              condition: { StringEquals: { "aws:SourceAccount": place.account } },
            },
            managedPolicies: [
              `arn:${place.partition}:iam::aws:policy/EC2ImageBuilderExecutionPolicy`,
              ...role.policies,
            ],
            inlinePolicy: { name: "parameters-and-build-role", statements: statementsOf(props) },
          })
        : undefined;
    this.arn = made?.arn ?? role.arn ?? "";
    this.permissions = made?.permissions ?? [];
  }
}

/** Which SSM parameters the pipelines of images read and write; those of other accounts are written by a role there. */
export function ssmParameters(images: readonly Image[], { partition, region, account }: Place): SsmParameters {
  const arn = (name: string, target: string): string =>
    `arn:${partition}:ssm:${target}:${account}:parameter/${name.replace(/^\//, "")}`;
  const written = images.flatMap(({ distributions }) =>
    distributions.flatMap((distribution) =>
      distribution.ssmParameters
        .filter((parameter) => (parameter.account ?? account) === account)
        .map(({ name }) => arn(name, distribution.region)),
    ),
  );
  const read = images.flatMap(({ recipe }) => {
    const [, name] = /^ssm:(?!\/(?:aws|imagebuilder)\/)(.+)$/.exec(recipe.parentImage) ?? [];
    return name === undefined ? [] : [arn(name, region)];
  });
  return { written: [...new Set(written)].sort(), read: [...new Set(read)].sort() };
}

function statementsOf({ parameters, buildRoleArn, place }: ExecutionRoleProps): object[] {
  const { written, read } = parameters;
  return [
    ...(written.length === 0
      ? []
      : [{ Sid: "WriteParameters", Effect: "Allow", Action: "ssm:PutParameter", Resource: written }]),
    ...(read.length === 0
      ? []
      : [{ Sid: "ReadParameters", Effect: "Allow", Action: "ssm:GetParameter", Resource: read }]),
    ...(buildRoleArn === undefined
      ? []
      : [
          {
            Sid: "PassBuildRoleAlone",
            Effect: "Deny",
            Action: "iam:PassRole",
            NotResource: buildRoleArn,
            Condition: { StringEquals: { "iam:PassedToService": ec2Of(place) } },
          },
        ]),
  ];
}

function ec2Of({ partition }: Place): string | string[] {
  return partition === "aws-cn" ? ["ec2.amazonaws.com", "ec2.amazonaws.com.cn"] : "ec2.amazonaws.com";
}
