import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { S3Object } from "@cdktf/provider-aws/lib/s3-object";
import { Fn } from "cdktf";
import type { Construct } from "constructs";

import { maxInlineDocument } from "../aws/limits";
import type { DocumentContent } from "../factory/published-document";
import type { DocumentBucket } from "./document-bucket";
import { createDocumentFile } from "./document-file";
import { literal } from "./terraform-literal";

export interface PublishedDocumentProps {
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

/** Where Image Builder finds a document: at an address, or in the call itself. */
export type PublishedDocument =
  { readonly uri: string; readonly data?: undefined } | { readonly data: string; readonly uri?: undefined };

/** Publishes a document: inline where the environment wants that and the API takes it, else as an S3 object. */
export function publishDocument(scope: Construct, props: PublishedDocumentProps): PublishedDocument {
  return props.bucket.inline && fitsInline(props)
    ? { data: inlineText(scope, props) }
    : { uri: createDocumentObject(scope, props) };
}

/** The provider counts bytes. Terraform brings every text to Unicode's normal form C; one that is in none of its own stays a file. */
function fitsInline({ content, root }: PublishedDocumentProps): boolean {
  const text = "text" in content ? content.text : readFileSync(resolve(root, content.file), "utf8");
  return Buffer.byteLength(text) <= maxInlineDocument && text === text.normalize("NFC");
}

/** A file is read by Terraform, which evaluates nothing in it then. */
function inlineText(scope: Construct, props: PublishedDocumentProps): string {
  const { content } = props;
  return "text" in content ? literal(content.text) : Fn.file(assetPath(scope, content, props));
}

/** Creates the S3 object of a document. Returns its URI, built from the object's attributes so that Terraform knows the order. */
function createDocumentObject(scope: Construct, props: PublishedDocumentProps): string {
  const { bucket } = props;
  const object = new S3Object(scope, "object", {
    bucket: bucket.bucketName,
    key: literal(`${bucket.keyPrefix}${props.key}`),
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
function contentOf(scope: Construct, props: PublishedDocumentProps): { source: string } | { content: string } {
  const { content } = props;
  return "text" in content ? { content: literal(content.text) } : { source: assetPath(scope, content, props) };
}

function assetPath(
  scope: Construct,
  { file }: { readonly file: string },
  { root, sha256 }: PublishedDocumentProps,
): string {
  const path = resolve(root, file);
  return literal(createDocumentFile(scope, { path, sha256 }));
}
