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
 * The bucket of documents: an existing bucket, or a new private and versioned bucket.
 *
 * The default name of a new bucket begins with `ec2imagebuilder`, because the managed policy EC2InstanceProfileForImageBuilder allows access only
 * to such buckets.
 */
export class DocumentBucket extends Construct {
  /** Name of the bucket, or a reference to the name if the stack creates the bucket. */
  readonly bucketName: string;
  /** Resources that must exist before an object is written. */
  readonly settings: ITerraformDependable[] = [];
  /** True if documents that are small enough are inline in their component, workflow or recipe instead of in the bucket. */
  readonly inline: boolean;
  /** Common prefix of the keys of all documents: empty, or with a trailing slash. */
  readonly keyPrefix: string;

  constructor(scope: Construct, id: string, props: DocumentBucketProps) {
    super(scope, id);
    this.inline = props.bucket.inline === true;
    this.keyPrefix = keysIn(props.bucket.prefix);
    this.bucketName = props.bucket.create ? this.create(props) : props.bucket.name;
  }

  private create({ bucket, partition }: DocumentBucketProps): string {
    const { address = "documents", protection } = bucket;
    const created = new PrivateBucket(this, "bucket", { bucket, address, partition });
    this.settings.push(...created.settings);
    if (protection?.includes("versioning") === false) return created.bucketName;
    const versioning = new S3BucketVersioningA(this, "versioning", {
      bucket: created.bucketName,
      versioningConfiguration: { status: "Enabled" },
    });
    versioning.overrideLogicalId(address);
    this.settings.unshift(versioning);
    return created.bucketName;
  }
}
