import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { Partition } from "../factory/arn";
import type { DocumentBucket as DocumentBucketModel } from "../factory/image-factory";

export interface DocumentBucketProps {
  readonly bucket: DocumentBucketModel;
  readonly partition: Partition;
}

/**
 * The bucket of the component documents: a given one, or one made versioned, encrypted, private and closed to plain HTTP.
 *
 * A made bucket is called `ec2imagebuilder…` by default, for the managed policy EC2InstanceProfileForImageBuilder reads only such buckets.
 */
export class DocumentBucket extends Construct {
  /** Name of the bucket; of a made one, a reference to it. */
  readonly bucketName: string;
  /** What has to be in place before an object goes in. */
  readonly settings: ITerraformDependable[] = [];

  constructor(scope: Construct, id: string, props: DocumentBucketProps) {
    super(scope, id);
    this.bucketName = props.bucket.create ? this.create(props) : props.bucket.name;
  }

  private create({ bucket: { name }, partition }: DocumentBucketProps): string {
    const bucket = new S3Bucket(this, "resource", { bucket: name });
    bucket.overrideLogicalId("documents");

    const versioning = new S3BucketVersioningA(this, "versioning", {
      bucket: bucket.id,
      versioningConfiguration: { status: "Enabled" },
    });
    versioning.overrideLogicalId("documents");

    const encryption = new S3BucketServerSideEncryptionConfigurationA(this, "encryption", {
      bucket: bucket.id,
      rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
    });
    encryption.overrideLogicalId("documents");

    const ownership = new S3BucketOwnershipControls(this, "ownership", {
      bucket: bucket.id,
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
    ownership.overrideLogicalId("documents");

    const access = new S3BucketPublicAccessBlock(this, "public-access", {
      bucket: bucket.id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    access.overrideLogicalId("documents");

    const policy = new S3BucketPolicy(this, "policy", {
      bucket: bucket.id,
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
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
        ],
      }),
      // S3 takes one change of a bucket's access settings at a time.
      dependsOn: [access],
    });
    policy.overrideLogicalId("documents");

    this.settings.push(versioning, encryption, ownership, policy);
    return bucket.id;
  }
}
