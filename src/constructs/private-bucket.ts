import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLoggingA } from "@cdktf/provider-aws/lib/s3-bucket-logging";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import type { ITerraformDependable, TerraformResource } from "cdktf";
import { Construct } from "constructs";

import type { Partition } from "../aws/regions";
import { nonEmpty } from "../collections/non-empty";
import type { BucketProtection } from "../definitions/schema/bucket-protection";
import type { DocumentBucket } from "../factory/image-factory";
import { policyDocument } from "./policy-document";
import { literal } from "./terraform-literal";

export interface PrivateBucketProps {
  readonly bucket: DocumentBucket;
  /** Name of its resources in Terraform. */
  readonly address: string;
  readonly partition: Partition;
  /** Whether Terraform refuses a plan that destroys it. Default: it does not. */
  readonly preventDestroy?: boolean;
}

/** A bucket that is encrypted, private, its owner's alone and closed to plain HTTP, as far as it is asked for. */
export class PrivateBucket extends Construct {
  /** A reference to its name. */
  readonly bucketName: string;
  /** What has to be in place before an object goes in. */
  readonly settings: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    super(scope, id);
    const { address, preventDestroy, bucket: settings } = props;
    const { name, protection, forceDestroy } = settings;
    const bucket = new S3Bucket(this, "resource", {
      bucket: literal(name),
      forceDestroy,
      lifecycle: preventDestroy && forceDestroy !== true ? { preventDestroy } : undefined,
    });
    bucket.overrideLogicalId(address);
    this.bucketName = bucket.id;

    const asked = (each: BucketProtection, make: () => TerraformResource): TerraformResource[] => {
      if (protection?.includes(each) === false) return [];
      const resource = make();
      resource.overrideLogicalId(address);
      return [resource];
    };
    const encryption = asked("encryption", () => this.encryption(settings));
    const ownership = asked("ownership", () => this.ownership());
    const access = asked("public-access", () => this.publicAccess());
    // S3 takes one change of a bucket's access settings at a time. What waits for the last one waits for all.
    const others = [...encryption, ...ownership, ...access];
    const policy = asked("policy", () => this.tlsAlone(props, others));
    if (settings.accessLogs !== undefined) this.logAccess(settings.accessLogs).overrideLogicalId(address);
    this.settings = policy.length > 0 ? policy : others;
  }

  /** A bucket key saves most calls of KMS. Source: S3 User Guide, "Reducing the cost of SSE-KMS with Amazon S3 Bucket Keys". */
  private encryption({ kmsKey }: DocumentBucket): TerraformResource {
    return new S3BucketServerSideEncryptionConfigurationA(this, "encryption", {
      bucket: this.bucketName,
      rule: [
        kmsKey === undefined
          ? { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }
          : {
              applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: kmsKey },
              bucketKeyEnabled: true,
            },
      ],
    });
  }

  private logAccess({ bucket, prefix }: NonNullable<DocumentBucket["accessLogs"]>): TerraformResource {
    return new S3BucketLoggingA(this, "access-logs", {
      bucket: this.bucketName,
      targetBucket: literal(bucket),
      targetPrefix: literal(prefix),
    });
  }

  private ownership(): TerraformResource {
    return new S3BucketOwnershipControls(this, "ownership", {
      bucket: this.bucketName,
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
  }

  private publicAccess(): TerraformResource {
    return new S3BucketPublicAccessBlock(this, "public-access", {
      bucket: this.bucketName,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
  }

  private tlsAlone(
    { partition, bucket: { name } }: PrivateBucketProps,
    after: readonly ITerraformDependable[],
  ): TerraformResource {
    return new S3BucketPolicy(this, "policy", {
      bucket: this.bucketName,
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
      dependsOn: nonEmpty(after),
    });
  }
}
