import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { Partition } from "../factory/arn";
import { policyDocument } from "./policy-document";

export interface PrivateBucketProps {
  readonly name: string;
  /** Name of its resources in Terraform. */
  readonly address: string;
  readonly partition: Partition;
  /** Whether Terraform refuses a plan that destroys it. Default: it does not. */
  readonly preventDestroy?: boolean;
}

/** A bucket that is encrypted, private, its owner's alone and closed to plain HTTP. */
export class PrivateBucket extends Construct {
  /** A reference to its name. */
  readonly bucketName: string;
  /** What has to be in place before an object goes in. */
  readonly settings: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { name, address, partition, preventDestroy }: PrivateBucketProps) {
    super(scope, id);
    const bucket = new S3Bucket(this, "resource", {
      bucket: name,
      lifecycle: preventDestroy ? { preventDestroy } : undefined,
    });
    bucket.overrideLogicalId(address);

    const encryption = new S3BucketServerSideEncryptionConfigurationA(this, "encryption", {
      bucket: bucket.id,
      rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
    });
    encryption.overrideLogicalId(address);

    const ownership = new S3BucketOwnershipControls(this, "ownership", {
      bucket: bucket.id,
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
    ownership.overrideLogicalId(address);

    const access = new S3BucketPublicAccessBlock(this, "public-access", {
      bucket: bucket.id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    access.overrideLogicalId(address);

    const policy = new S3BucketPolicy(this, "policy", {
      bucket: bucket.id,
      policy: policyDocument([
        {
          Sid: "DenyPlainHttp",
          Effect: "Deny",
          Principal: "*",
          // In capitals: AWS takes any case (IAM User Guide, "Action"), and moto, which overlooks the condition and would
          // refuse every request, takes it for another service's.
          Action: "S3:*",
          Resource: [`arn:${partition}:s3:::${name}`, `arn:${partition}:s3:::${name}/*`],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ]),
      // S3 takes one change of a bucket's access settings at a time.
      dependsOn: [access],
    });
    policy.overrideLogicalId(address);

    this.bucketName = bucket.id;
    this.settings = [encryption, ownership, policy];
  }
}
