import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { Partition } from "../aws/regions";
import type { LogBucket as LogBucketModel } from "../factory/image-factory";
import { keysBelow } from "../factory/s3-place";
import { PrivateBucket } from "./private-bucket";
import { literal } from "./terraform-literal";

export interface LogBucketProps {
  readonly bucket: LogBucketModel;
  readonly partition: Partition;
  /** True if the bucket is emptied when it is destroyed. Otherwise, Terraform refuses to destroy it. */
  readonly emptied: boolean;
}

const UNFINISHED_DAYS = 7;

/**
 * The bucket of build logs: an existing bucket, or a new private bucket. It is not versioned, because a log is written once under a unique key,
 * and expired logs should be deleted.
 *
 * Terraform refuses plans that destroy the bucket, unless the environment sets `onRemoval: destroy`. Otherwise, Terraform would delete the
 * policy and the public access block first, and then fail because S3 does not delete a bucket with logs.
 */
export class LogBucket extends Construct {
  /** Name of the bucket, or a reference to the name if the stack creates the bucket. */
  readonly bucketName: string;
  /** Resources that must exist before a log is written. */
  readonly settings: ITerraformDependable[] = [];

  constructor(scope: Construct, id: string, props: LogBucketProps) {
    super(scope, id);
    this.bucketName = props.bucket.create ? this.create(props) : props.bucket.name;
  }

  private create({ bucket, partition, emptied }: LogBucketProps): string {
    const { address = "logs", prefix, expireDays, protection } = bucket;
    const created = new PrivateBucket(this, "bucket", { bucket, address, partition, preventDestroy: !emptied });
    this.settings.push(...created.settings);
    if (protection?.includes("lifecycle") === false) return created.bucketName;
    const lifecycle = new S3BucketLifecycleConfiguration(this, "lifecycle", {
      bucket: created.bucketName,
      rule: [
        {
          id: "abort-unfinished-uploads",
          status: "Enabled",
          filter: [{ prefix: "" }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: UNFINISHED_DAYS }],
        },
        ...(expireDays === undefined
          ? []
          : [
              {
                id: "expire-logs",
                status: "Enabled",
                filter: [{ prefix: literal(keysBelow(prefix)) }],
                expiration: [{ days: expireDays }],
              },
            ]),
      ],
    });
    lifecycle.overrideLogicalId(address);
    this.settings.unshift(lifecycle);
    return created.bucketName;
  }
}
