import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Construct } from "constructs";

import type { Partition } from "../aws/regions";
import type { DistributionRole as Permissions } from "../factory/image-consumer";
import { allow, policyDocument } from "./policy-document";

export interface DistributionRoleProps extends Permissions {
  readonly partition: Partition;
}

/**
 * The role that Image Builder assumes in an account that receives images. The name of the role is fixed.
 *
 * The trust policy allows the roles of builders by a condition and not as principals, because IAM refuses principals that do not exist yet and
 * no longer matches a role that is deleted and created again.
 * Source: IAM User Guide, "AWS JSON policy elements: Principal", role principals; "aws:PrincipalArn".
 *
 * Ec2ImageBuilderCrossAccountDistributionAccess allows Image Builder to copy, tag and share AMIs. The guide adds KMS keys, launch templates and
 * SSM parameters with wildcards; this role lists them. It allows grants only for AWS resources, as the EBS guide advises.
 * Source: Image Builder User Guide, "Set up cross-account AMI distribution"; EBS User Guide, "Requirements for Amazon EBS encryption".
 */
export class DistributionRole extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: DistributionRoleProps) {
    super(scope, id);
    const { partition, builders, builderRoles } = props;
    const role = new IamRole(this, "role", {
      name: "EC2ImageBuilderDistributionCrossAccountRole",
      description: "EC2 Image Builder distributes images of other accounts to this one",
      assumeRolePolicy: policyDocument([
        {
          Effect: "Allow",
          Principal: { AWS: builders.map((account) => `arn:${partition}:iam::${account}:root`) },
          Action: "sts:AssumeRole",
          Condition: { ArnEquals: { "aws:PrincipalArn": builderRoles } },
        },
      ]),
    });
    role.overrideLogicalId("distribution");
    this.arn = role.arn;

    const attachment = new IamRolePolicyAttachment(this, "managed-policy", {
      role: role.name,
      policyArn: `arn:${partition}:iam::aws:policy/Ec2ImageBuilderCrossAccountDistributionAccess`,
    });
    attachment.overrideLogicalId("distribution");

    const statements = statementsOf(props);
    if (statements.length === 0) return;
    const inline = new IamRolePolicy(this, "policy", {
      name: "distribution",
      role: role.name,
      policy: policyDocument(statements),
    });
    inline.overrideLogicalId("distribution");
  }
}

function statementsOf({ kmsKeys, launchTemplates, ssmParameters }: Permissions): object[] {
  const use = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"];
  const ofKeys = [
    allow("UseKeys", use, kmsKeys),
    allow("LetSnapshotsUseKeys", ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"], kmsKeys, {
      Bool: { "kms:GrantIsForAWSResource": "true" },
    }),
  ];
  const ofTemplates = [
    allow("SetAmisOfLaunchTemplates", ["ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"], launchTemplates),
    allow("TagLaunchTemplates", "ec2:CreateTags", launchTemplates, {
      StringEquals: { "aws:RequestTag/CreatedBy": "EC2 Image Builder" },
    }),
    // EC2 supports no resource-level permissions for this action.
    allow("FindLaunchTemplates", "ec2:DescribeLaunchTemplates", "*"),
  ];
  return [
    ...(kmsKeys.length === 0 ? [] : ofKeys),
    ...(launchTemplates.length === 0 ? [] : ofTemplates),
    ...(ssmParameters.length === 0 ? [] : [allow("WriteAmiIds", "ssm:PutParameter", ssmParameters)]),
  ];
}
