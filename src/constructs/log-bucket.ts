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
  /** Whether it is emptied when it is destroyed. */
  readonly emptied: boolean;
}

const UNFINISHED_DAYS = 7;

/**
 * The bucket of build logs: a given one, or one made private. It is not versioned: a log is written once, under a key of its own, and one
 * that has expired should be gone.
 *
 * A plan that destroys it is refused, unless the environment says `onRemoval: destroy`: Terraform would delete its policy and its public access
 * block first, and find only then that S3 deletes no bucket that holds logs.
 */
export class LogBucket extends Construct {
  /** Name of the bucket; of a made one, a reference to it. */
  readonly bucketName: string;
  /** What has to be in place before a log goes in. */
  readonly settings: ITerraformDependable[] = [];

  constructor(scope: Construct, id: string, props: LogBucketProps) {
    super(scope, id);
    this.bucketName = props.bucket.create ? this.create(props) : props.bucket.name;
  }

  private create({ bucket, partition, emptied }: LogBucketProps): string {
    const { address = "logs", prefix, expireDays, protection } = bucket;
    const made = new PrivateBucket(this, "bucket", { bucket, address, partition, preventDestroy: !emptied });
    this.settings.push(...made.settings);
    if (protection?.includes("lifecycle") === false) return made.bucketName;
    const lifecycle = new S3BucketLifecycleConfiguration(this, "lifecycle", {
      bucket: made.bucketName,
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
    return made.bucketName;
  }
}
