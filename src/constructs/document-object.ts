import { S3Object } from "@cdktf/provider-aws/lib/s3-object";
import { AssetType, TerraformAsset } from "cdktf";
import type { Construct } from "constructs";
import { resolve } from "node:path";

import type { DocumentContent } from "../factory/published-document";
import type { DocumentBucket } from "./document-bucket";
import { literal } from "./terraform-literal";

export interface DocumentObjectProps {
  /** Address in Terraform; one for all kinds of documents. */
  readonly address: string;
  /** Holds the SHA-256 of the content: a changed document is a changed URI, which Terraform sees. */
  readonly key: string;
  readonly content: DocumentContent;
  readonly sha256: string;
  readonly contentType: string;
  /** Absolute path of the project folder; a file is copied beside the generated JSON. */
  readonly root: string;
  readonly bucket: DocumentBucket;
}

/** Creates the S3 object of a document. Returns its URI, built from the object's attributes so that Terraform knows the order. */
export function createDocumentObject(scope: Construct, props: DocumentObjectProps): string {
  const { bucket } = props;
  const object = new S3Object(scope, "object", {
    bucket: bucket.bucketName,
    key: literal(props.key),
    ...contentOf(scope, props),
    contentType: props.contentType,
    // An object takes 10 tags, and fewer characters in them than other resources: those of the environment may be more.
    overrideProvider: { defaultTags: { tags: {} } },
    // What is replaced still points at the old object until it is gone itself.
    lifecycle: { createBeforeDestroy: true },
    dependsOn: bucket.settings,
  });
  object.overrideLogicalId(props.address);
  return `s3://${object.bucket}/${object.key}`;
}

/** Nothing of a file passes through Terraform's templates; what was made at synthesis has to be escaped. */
function contentOf(
  scope: Construct,
  { content, root, sha256 }: DocumentObjectProps,
): { source: string } | { content: string } {
  if ("text" in content) return { content: literal(content.text) };
  const path = resolve(root, content.file);
  return {
    source: literal(new TerraformAsset(scope, "document", { path, type: AssetType.FILE, assetHash: sha256 }).path),
  };
}
