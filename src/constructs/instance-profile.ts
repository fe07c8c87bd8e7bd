import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { Partition } from "../factory/arn";
import type { LogBucket } from "../factory/image-factory";
import { keysBelow } from "./log-bucket";
import { MadeRole } from "./made-role";
import { policyLiteral } from "./policy-document";

export interface InstanceProfileProps {
  readonly name: string;
  readonly partition: Partition;
  /** Bucket of the component documents. */
  readonly documentBucket: string;
  readonly logs?: Pick<LogBucket, "name" | "prefix">;
  /** Whether containers are built, and so pulled from and pushed to ECR. */
  readonly containers: boolean;
  /** ARNs of managed policies besides those that a build needs. */
  readonly policies: readonly string[];
}

/**
 * The role of build instances and its instance profile.
 *
 * EC2InstanceProfileForImageBuilder leaves out Systems Manager, hence AmazonSSMManagedInstanceCore; it reads only buckets called
 * `ec2imagebuilder…` and writes no logs to S3, hence the policy of our own. Containers need a policy more.
 * Source: Image Builder User Guide, "Prerequisites" and "AWS managed policies".
 */
export class InstanceProfile extends Construct {
  readonly profileName: string;
  readonly roleArn: string;
  /** The permissions, for what must not start before they are in place. */
  readonly permissions: ITerraformDependable[];

  constructor(scope: Construct, id: string, props: InstanceProfileProps) {
    super(scope, id);
    const { name, partition, containers } = props;
    const managed = [
      "EC2InstanceProfileForImageBuilder",
      "AmazonSSMManagedInstanceCore",
      ...(containers ? ["EC2InstanceProfileForImageBuilderECRContainerBuilds"] : []),
    ];
    const role = new MadeRole(this, "role", {
      name,
      address: "build",
      description: "Build instances of EC2 Image Builder",
      trust: { service: partition === "aws-cn" ? "ec2.amazonaws.com.cn" : "ec2.amazonaws.com" },
      managedPolicies: [...managed.map((policy) => `arn:${partition}:iam::aws:policy/${policy}`), ...props.policies],
      inlinePolicy: { name: "documents-and-logs", statements: statementsOf(props) },
    });
    const profile = new IamInstanceProfile(this, "resource", { name, role: role.roleName });
    profile.overrideLogicalId("build");
    this.profileName = profile.name;
    this.roleArn = role.arn;
    this.permissions = [...role.permissions];
  }
}

function statementsOf({ partition, documentBucket, logs }: InstanceProfileProps): object[] {
  return [
    {
      Sid: "ReadComponentDocuments",
      Effect: "Allow",
      Action: "s3:GetObject",
      Resource: `arn:${partition}:s3:::${documentBucket}/components/*`,
    },
    ...(logs === undefined
      ? []
      : [
          {
            Sid: "WriteBuildLogs",
            Effect: "Allow",
            Action: "s3:PutObject",
            Resource: `arn:${partition}:s3:::${logs.name}/${policyLiteral(keysBelow(logs.prefix))}*`,
          },
        ]),
  ];
}
