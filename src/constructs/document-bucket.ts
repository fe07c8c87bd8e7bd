import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { Partition } from "../aws/regions";
import type { DocumentsBucket } from "../factory/image-factory";
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

  constructor(scope: Construct, id: string, props: DocumentBucketProps) {
    super(scope, id);
    this.inline = props.bucket.inline === true;
    this.bucketName = props.bucket.create ? this.create(props) : props.bucket.name;
  }

  private create({ bucket: { name, address = "documents", protection }, partition }: DocumentBucketProps): string {
    const bucket = new PrivateBucket(this, "bucket", { name, address, partition, protection });
    this.settings.push(...bucket.settings);
    if (protection?.includes("versioning") === false) return bucket.bucketName;
    const versioning = new S3BucketVersioningA(this, "versioning", {
      bucket: bucket.bucketName,
      versioningConfiguration: { status: "Enabled" },
    });
    versioning.overrideLogicalId(address);
    this.settings.unshift(versioning);
    return bucket.bucketName;
  }
}
