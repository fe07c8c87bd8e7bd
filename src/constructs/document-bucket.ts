import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { Partition } from "../aws/regions";
import type { DocumentsBucket } from "../factory/image-factory";
import { keysIn } from "../factory/s3-place";
import { PrivateBucket } from "./private-bucket";

export interface DocumentBucketProps {
  readonly bucket: DocumentsBucket;
  readonly partition: Partition;
}

/**
 * The bucket of the component documents: a given one, or one made private and versioned.
 *
 * A made bucket is called `ec2imagebuilder…` by default, for the managed policy EC2InstanceProfileForImageBuilder reads only such buckets.
 */
export class DocumentBucket extends Construct {
  /** Name of the bucket; of a made one, a reference to it. */
  readonly bucketName: string;
  /** What has to be in place before an object goes in. */
  readonly settings: ITerraformDependable[] = [];
  /** Whether documents that fit go into what is made of them instead. */
  readonly inline: boolean;
  /** What the keys of all documents start with; empty, or with a slash at its end. */
  readonly keyPrefix: string;

  constructor(scope: Construct, id: string, props: DocumentBucketProps) {
    super(scope, id);
    this.inline = props.bucket.inline === true;
    this.keyPrefix = keysIn(props.bucket.prefix);
    this.bucketName = props.bucket.create ? this.create(props) : props.bucket.name;
  }

  private create({ bucket, partition }: DocumentBucketProps): string {
    const { address = "documents", protection } = bucket;
    const made = new PrivateBucket(this, "bucket", { bucket, address, partition });
    this.settings.push(...made.settings);
    if (protection?.includes("versioning") === false) return made.bucketName;
    const versioning = new S3BucketVersioningA(this, "versioning", {
      bucket: made.bucketName,
      versioningConfiguration: { status: "Enabled" },
    });
    versioning.overrideLogicalId(address);
    this.settings.unshift(versioning);
    return made.bucketName;
  }
}
