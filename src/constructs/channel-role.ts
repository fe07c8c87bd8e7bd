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
 * The role as which `promote` and `rollback` write channels to an account that receives images: to their SSM parameters, and nothing else.
 *
 * It lets in roles by a condition, as the distribution role does. Source: IAM User Guide, "aws:PrincipalArn": of a session, it is that of its role.
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
