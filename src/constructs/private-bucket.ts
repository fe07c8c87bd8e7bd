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
import type { Bucket } from "../factory/image-factory";
import { policyDocument } from "./policy-document";
import { literal } from "./terraform-literal";

export interface PrivateBucketProps {
  readonly bucket: Bucket;
  /** Name of the resources in Terraform. */
  readonly address: string;
  readonly partition: Partition;
  /** True if Terraform refuses plans that destroy the bucket. Default: false. */
  readonly preventDestroy?: boolean;
}

/** A new bucket with the protections in its settings: encryption, object ownership, public access block, and a policy that requires TLS. */
export class PrivateBucket extends Construct {
  /** A reference to the name of the bucket. */
  readonly bucketName: string;
  /** Resources that must exist before an object is written. */
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
    // S3 allows one change of the access settings at a time, so the policy comes last. Resources that wait for it wait for all settings.
    const others = [...encryption, ...ownership, ...access];
    const policy = asked("policy", () => this.tlsAlone(props, others));
    if (settings.accessLogs !== undefined) this.logAccess(settings.accessLogs).overrideLogicalId(address);
    this.settings = policy.length > 0 ? policy : others;
  }

  /** A bucket key avoids most KMS calls. Source: S3 User Guide, "Reducing the cost of SSE-KMS with Amazon S3 Bucket Keys". */
  private encryption({ kmsKey }: Bucket): TerraformResource {
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

  private logAccess({ bucket, prefix }: NonNullable<Bucket["accessLogs"]>): TerraformResource {
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
          // The capital S is deliberate. AWS accepts any case (IAM User Guide, "Action"). Moto ignores the condition and would
          // refuse every request, but treats this as an action of another service.
          Action: "S3:*",
          Resource: [`arn:${partition}:s3:::${name}`, `arn:${partition}:s3:::${name}/*`],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ]),
      dependsOn: nonEmpty(after),
    });
  }
}
