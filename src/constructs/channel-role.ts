import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";

import { parseArn } from "../aws/arn";
import type { ChannelRole as Settings } from "../factory/image-consumer";
import { allow, policyDocument } from "./policy-document";
import { literal } from "./terraform-literal";

export interface ChannelRoleProps {
  readonly channelRole: Settings;
}

/**
 * The role with which `promote` and `rollback` write channels in an account that receives images. It allows only writes to their SSM parameters.
 *
 * The trust policy allows roles by a condition, like that of the distribution role. In the session of a role, aws:PrincipalArn is the ARN of
 * the role. Source: IAM User Guide, "aws:PrincipalArn".
 */
export class ChannelRole extends Construct {
  constructor(scope: Construct, id: string, { channelRole: { name, promoters, parameters } }: ChannelRoleProps) {
    super(scope, id);
    const accounts = new Set(
      promoters.map((promoter) => {
        const { partition = "aws", account = "" } = parseArn(promoter) ?? {};
        return `arn:${partition}:iam::${account}:root`;
      }),
    );
    const role = new IamRole(this, "role", {
      name: literal(name),
      description: "Moves the channels of images that other accounts build",
      assumeRolePolicy: policyDocument([
        {
          Effect: "Allow",
          Principal: { AWS: [...accounts] },
          Action: "sts:AssumeRole",
          Condition: { ArnEquals: { "aws:PrincipalArn": promoters } },
        },
      ]),
    });
    role.overrideLogicalId("channels");
    const policy = new IamRolePolicy(this, "policy", {
      name: "channels",
      role: role.name,
      policy: policyDocument([allow("MoveChannels", ["ssm:PutParameter", "ssm:GetParameterHistory"], parameters)]),
    });
    policy.overrideLogicalId("channels");
  }
}
