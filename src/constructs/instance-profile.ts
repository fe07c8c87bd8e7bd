import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { Partition } from "../factory/arn";

export interface InstanceProfileProps {
  readonly name: string;
  readonly partition: Partition;
  /** Bucket of the component documents. */
  readonly documentBucket: string;
  readonly logs?: { readonly name: string; readonly prefix: string };
  /** ARNs of managed policies besides the two that a build needs. */
  readonly policies: readonly string[];
}

/**
 * The role of build instances and its instance profile.
 *
 * EC2InstanceProfileForImageBuilder leaves out Systems Manager, hence AmazonSSMManagedInstanceCore; it reads only buckets called
 * `ec2imagebuilder…` and writes no logs to S3, hence the policy of our own.
 * Source: Image Builder User Guide, "Prerequisites" and "AWS managed policies".
 */
export class InstanceProfile extends Construct {
  readonly profileName: string;
  /** The permissions, for what must not start before they are in place. */
  readonly permissions: ITerraformDependable[] = [];

  constructor(scope: Construct, id: string, props: InstanceProfileProps) {
    super(scope, id);
    const { name, partition } = props;

    const role = new IamRole(this, "role", {
      name,
      description: "Build instances of EC2 Image Builder",
      assumeRolePolicy: policyDocument([
        {
          Effect: "Allow",
          Principal: { Service: partition === "aws-cn" ? "ec2.amazonaws.com.cn" : "ec2.amazonaws.com" },
          Action: "sts:AssumeRole",
        },
      ]),
    });
    role.overrideLogicalId("build");

    const managed = ["EC2InstanceProfileForImageBuilder", "AmazonSSMManagedInstanceCore"].map(
      (policy) => `arn:${partition}:iam::aws:policy/${policy}`,
    );
    for (const policyArn of new Set([...managed, ...props.policies])) {
      const policyName = policyArn.slice(policyArn.lastIndexOf("/") + 1);
      const attachment = new IamRolePolicyAttachment(this, policyName, { role: role.name, policyArn });
      attachment.overrideLogicalId(`build-${policyName}`);
      this.permissions.push(attachment);
    }

    const inline = new IamRolePolicy(this, "policy", {
      name: "documents-and-logs",
      role: role.name,
      policy: policyDocument([
        {
          Sid: "ReadComponentDocuments",
          Effect: "Allow",
          Action: "s3:GetObject",
          Resource: `arn:${partition}:s3:::${props.documentBucket}/components/*`,
        },
        ...(props.logs === undefined
          ? []
          : [
              {
                Sid: "WriteBuildLogs",
                Effect: "Allow",
                Action: "s3:PutObject",
                Resource: `arn:${partition}:s3:::${props.logs.name}/${props.logs.prefix}/*`,
              },
            ]),
      ]),
    });
    inline.overrideLogicalId("build");
    this.permissions.push(inline);

    const profile = new IamInstanceProfile(this, "resource", { name, role: role.name });
    profile.overrideLogicalId("build");
    this.profileName = profile.name;
  }
}

function policyDocument(statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
